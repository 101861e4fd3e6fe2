// In: the address of a server. Out: a client of bare sockets: a tenth of the CPU of Node's own, so that it does not starve beside
// the server whose promptness it measures.
import { connect, type Socket } from 'node:net';

export interface RawAnswer {
  status: number;
  head: string;
  /** From the moment it was given until the last byte was there, the making of a connection included. */
  ms: number;
}

export interface RawClient {
  post(path: string, body: string): Promise<RawAnswer>;
  get(path: string): Promise<RawAnswer>;
  /** Connections that were made so far. */
  connections(): number;
  close(): void;
}

/** Uses the connection that was free last, or makes a new one: nothing waits here. @param headers lines, sent with each request */
export function rawClient(url: string, headers: readonly string[] = []): RawClient {
  const { port } = new URL(url);
  const all = new Set<Line>();
  const free: Line[] = [];
  let made = 0;

  function line(): Line {
    made += 1;
    const fresh = openLine(Number(port), {
      onFree: () => free.push(fresh),
      onEnd: () => {
        all.delete(fresh);
        const at = free.indexOf(fresh);
        if (at >= 0) free.splice(at, 1);
      },
    });
    all.add(fresh);
    return fresh;
  }

  function send(text: string) {
    return (free.pop() ?? line()).ask(text);
  }

  const head = (first: string) => [`${first} HTTP/1.1`, 'Host: localhost', ...headers].join('\r\n');
  return {
    post: (path, body) =>
      send(
        `${head(`POST ${path}`)}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      ),
    get: (path) => send(`${head(`GET ${path}`)}\r\n\r\n`),
    connections: () => made,
    close() {
      for (const one of all) one.end();
    },
  };
}

interface Line {
  ask(text: string): Promise<RawAnswer>;
  end(): void;
}

/** One connection, one request at a time. Understands answers that tell their length, as all of this server's to a render do. */
function openLine(port: number, { onFree, onEnd }: { onFree: () => void; onEnd: () => void }): Line {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let pending:
    | { resolve: (answer: RawAnswer) => void; reject: (error: Error) => void; startMs: number }
    | undefined;
  let head = '';
  let missing = -1;

  function take(chunk: Buffer) {
    if (missing >= 0) missing -= chunk.length;
    else {
      head += chunk.toString('latin1');
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
      missing = length - (head.length - end - 4);
      head = head.slice(0, end);
    }
    if (missing > 0) return;
    const answer = {
      status: Number(head.slice(9, 12)),
      head,
      ms: performance.now() - (pending?.startMs ?? 0),
    };
    const { resolve } = pending ?? {};
    const last = /\r\nconnection: close/i.test(head);
    pending = undefined;
    head = '';
    missing = -1;
    if (last) socket.end();
    else onFree();
    resolve?.(answer);
  }

  socket.on('data', take);
  const lost = (error: Error) => {
    onEnd();
    pending?.reject(error);
    pending = undefined;
  };
  socket.on('error', lost);
  socket.on('close', () => lost(new Error('closed')));
  return {
    ask: (text) =>
      new Promise((resolve, reject) => {
        pending = { resolve, reject, startMs: performance.now() };
        socket.write(text);
      }),
    end: () => socket.destroy(),
  };
}
