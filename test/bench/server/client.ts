// In: the address of a server. Out: a client that costs little, so that what is measured is the server and not the one who asks.
import { Agent, type IncomingHttpHeaders, request } from 'node:http';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: number;
  ms: number;
}

export interface Client {
  /** Resolves when the whole answer is here; `ms` since the call. @throws what the socket throws */
  post(path: string, body: string): Promise<Answer>;
  get(path: string): Promise<Answer>;
  close(): void;
}

/** @param headers sent with every request */
export function createClient(url: string, headers: Record<string, string> = {}, maxSockets = 64): Client {
  const { hostname, port } = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets, scheduling: 'lifo' });

  function send(method: string, path: string, body: string | undefined): Promise<Answer> {
    const startMs = performance.now();
    return new Promise((resolve, reject) => {
      const type = body === undefined ? {} : { 'Content-Type': 'application/json' };
      const asked = request(
        { agent, hostname, port, method, path, headers: { ...headers, ...type } },
        (got) => {
          let bytes = 0;
          got.on('data', (chunk: Buffer) => {
            bytes += chunk.length;
          });
          got.on('error', reject);
          got.on('end', () =>
            resolve({
              status: got.statusCode ?? 0,
              headers: got.headers,
              bytes,
              ms: performance.now() - startMs,
            }),
          );
        },
      );
      asked.on('error', reject);
      asked.end(body);
    });
  }

  return {
    post: (path, body) => send('POST', path, body),
    get: (path) => send('GET', path, undefined),
    close: () => agent.destroy(),
  };
}
