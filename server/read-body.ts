// In: a request whose body has not been read. Out: its JSON text's bytes; or the refusal of a body that is too large or no JSON.
import type { IncomingMessage } from 'node:http';
import { AppError } from './app-error.ts';
import { ClientGone } from './client-gone.ts';

/**
 * Looks at the headers first, then reads no further than the cap.
 *
 * @throws AppError `unsupported_media_type`, `body_too_large`; ClientGone when the sender left
 */
export async function readBody(incoming: IncomingMessage, mostBytes: number): Promise<Buffer> {
  try {
    checkType(incoming.headers);
    if (Number(incoming.headers['content-length'] ?? 0) > mostBytes) throw tooLarge(mostBytes);
    return await gather(incoming, mostBytes);
  } catch (error) {
    // What still comes in is thrown away unread: destroying the stream would cut the socket before the answer is out.
    incoming.resume();
    throw error;
  }
}

function checkType(headers: IncomingMessage['headers']): void {
  // 200 MB of brackets are 304 bytes of brotli: nothing is unpacked here.
  if (headers['content-encoding'] !== undefined)
    throw new AppError('unsupported_media_type', { message: 'Send the chart without Content-Encoding.' });
  if (!/^\s*application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?;?\s*$/i.test(headers['content-type'] ?? ''))
    throw new AppError('unsupported_media_type', { message: 'Send the chart as application/json.' });
}

const tooLarge = (mostBytes: number) =>
  new AppError('body_too_large', { message: `A chart may have at most ${mostBytes} bytes.` });

function gather(incoming: IncomingMessage, mostBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const onData = (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= mostBytes) chunks.push(chunk);
      else settle(() => reject(tooLarge(mostBytes)));
    };
    const onEnd = () => settle(() => resolve(Buffer.concat(chunks)));
    const onGone = () => settle(() => reject(new ClientGone()));
    function settle(tell: () => void) {
      incoming.off('data', onData).off('end', onEnd).off('close', onGone);
      tell();
    }
    incoming.on('data', onData).on('end', onEnd).on('close', onGone);
    // An upload that breaks off raises `error` before `close`; without a listener it would end the process.
    incoming.once('error', onGone);
  });
}
