// In: a request that got no answer, and a browser to ask with. Out: the most likely cause, what would help, and what was tried to
// find it. Only the health endpoint is asked, which no rate limit counts. Loaded when the page is idle.

export type ProbeQuestion = {
  /** Absolute address of the request that failed. */
  url: string;
  pageUrl: string;
  method: string;
  /** Names of the headers that were sent. */
  headerNames: readonly string[];
  /** `body`: the answer had begun to arrive. */
  stage: 'connect' | 'body';
};

export type Asked =
  | { kind: 'status'; status: number }
  /** Answered, but not for this page's eyes · no answer · none in time · not sent, by this page's own policy. */
  | { kind: 'opaque' | 'failed' | 'slow' | 'forbidden' };

/** `ask` rejects only when the search is given up. */
export type Prober = {
  online: () => boolean;
  ask: (url: string, mode: 'cors' | 'no-cors') => Promise<Asked>;
};

export type Cause = keyof typeof words;
export type Finding = { tried: string; outcome: string; fine: boolean };
export type Evidence = {
  cause: Cause;
  conclusion: string;
  advice: string;
  /** Lines that the server's answers would need. */
  needed: readonly string[];
  findings: readonly Finding[];
};

const words = {
  offline: ['You are offline', 'Connect this device to a network, then retry.'],
  mixed: [
    'The browser keeps a secure page from asking an insecure address',
    'Use the server’s https address, or open this page by http.',
  ],
  forbidden: [
    'This page may not ask that server',
    'The policy that this page was served with (Content-Security-Policy, connect-src) does not list it.',
  ],
  cut: [
    'The connection was cut in the middle',
    'Retry. If it recurs, the server or something before it ends its answers too early.',
  ],
  dropped: [
    'The server is there, but the connection ended before it answered',
    'Retry. If it recurs, look for a proxy, a firewall or a browser extension that stops this request.',
  ],
  gateway: [
    'Something answers in the server’s place',
    'A gateway is there, and the server behind it is not: see that it runs.',
  ],
  unreadable: [
    'The server is there, but does not let this page read its answer',
    'Its answers would need the header below. A program that is no browser, such as curl, can read them as they are.',
  ],
  down: ['The server does not answer', 'See that it runs and that its address is right, then retry.'],
} as const;

const outcomes = {
  opaque: 'Answered, though this page may not read it.',
  failed: 'No answer.',
  slow: 'No answer in 5 seconds.',
  forbidden: 'Not sent: this page’s policy forbids it.',
} as const;

/** Climbs from the device to the server and stops where the cause is known. Rejects as `ask` does. */
export async function probe(question: ProbeQuestion, { online, ask }: Prober): Promise<Evidence> {
  const findings: Finding[] = [];
  const target = new URL(question.url);
  const page = new URL(question.pageUrl);
  const foreign = target.origin !== page.origin;
  const found = (tried: string, fine: boolean, outcome: string) =>
    void findings.push({ tried, outcome, fine });
  const conclude = (cause: Cause): Evidence => ({
    cause,
    conclusion: words[cause][0],
    advice: words[cause][1],
    needed: cause === 'unreadable' ? neededHeaders(question, page.origin) : [],
    findings,
  });

  const connected = online();
  found('This device’s network', connected, connected ? 'There is one.' : 'There is none.');
  if (question.stage === 'body') found('This request', false, 'Its answer began and did not end.');
  if (!connected) return conclude('offline');
  if (page.protocol === 'https:' && target.protocol === 'http:' && !isThisDevice(target.hostname)) {
    found('The address', false, 'It is http, and this page is https.');
    return conclude('mixed');
  }

  const health = new URL('/healthz', target).href;
  const read = await ask(health, 'cors');
  const answered = read.kind === 'status';
  found(health, answered && read.status < 500, answered ? `Answered ${read.status}.` : outcomes[read.kind]);
  if (question.stage === 'body') return conclude('cut');
  if (answered) return conclude(read.status < 500 ? 'dropped' : 'gateway');
  if (read.kind === 'forbidden') return conclude('forbidden');
  if (!foreign) return conclude('down');

  const reached = await ask(health, 'no-cors');
  const there = reached.kind === 'opaque' || reached.kind === 'status';
  found(
    `${health}, without reading the answer`,
    there,
    reached.kind === 'status' ? `Answered ${reached.status}.` : outcomes[reached.kind],
  );
  return conclude(there ? 'unreadable' : 'down');
}

/** The Fetch standard lets these be sent to another origin unasked; Content-Type only with a form's types. */
const safelisted = /^(accept|accept-language|content-language|range)$/i;

function neededHeaders({ method, headerNames }: ProbeQuestion, origin: string): string[] {
  const asked = headerNames.filter((name) => !safelisted.test(name));
  return [
    `Access-Control-Allow-Origin: ${origin}`,
    ...(asked.length > 0 ? [`Access-Control-Allow-Headers: ${asked.join(', ')}`] : []),
    ...(/^(get|head|post)$/i.test(method) ? [] : [`Access-Control-Allow-Methods: ${method}`]),
  ];
}

/** Browsers trust the device itself without TLS. */
const isThisDevice = (hostname: string) => /(^|\.)localhost$|^127(\.\d+){3}$|^\[::1\]$/.test(hostname);
