import { DoorProblem } from '@/lib/errors';

/** Largest body of a request that is not an upload or an import (defaults: 256 KB). */
export const BODY_MAX = 256 * 1024;

export function tooLargeWords(maxBytes: number): string {
  return `The body is larger than ${Math.floor(maxBytes / 1024)} KB.`;
}

/** Reads a body as UTF-8 text, never more than `maxBytes` of it, whatever Content-Length says.
 * @throws DoorProblem 413 when it is larger, 400 when it is not UTF-8 */
export async function readBody(request: Request, maxBytes = BODY_MAX): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readBytes(request, maxBytes));
  } catch (error) {
    if (error instanceof DoorProblem) throw error;
    throw new DoorProblem(400, 'not-utf8', 'The body is not UTF-8 text.');
  }
}

/** Reads a body as it is, never more than `maxBytes` of it.
 * @throws DoorProblem 413 when it is larger */
export async function readBytes(request: Request, maxBytes: number): Promise<Buffer> {
  if (!request.body) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      throw new DoorProblem(413, 'too-large', tooLargeWords(maxBytes));
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks);
}
