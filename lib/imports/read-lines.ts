import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';

/** A longer line is skipped, not read into memory; the longest real thread seen has 0.6 MB. */
const LINE_MAX = 8 * 1024 * 1024;

/** The lines of a text file, `.gz` or plain, without ever holding more than one line (LINE_MAX bytes at most).
 * @returns text of the line, or null for one that was too long or not UTF-8 */
export async function* readLines(file: string): AsyncGenerator<{ number: number; text: string | null }> {
  const raw = createReadStream(file);
  const stream = file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw;
  // A failing read must end the gunzip too, or the loop would wait for ever.
  raw.on('error', (error) => stream.destroy(error));
  let parts: Buffer[] = [];
  let size = 0;
  let number = 1;
  const take = (): { number: number; text: string | null } => {
    const line = { number, text: size > LINE_MAX ? null : decode(Buffer.concat(parts)) };
    parts = [];
    size = 0;
    number += 1;
    return line;
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let start = 0;
    for (;;) {
      const end = chunk.indexOf(10, start);
      const part = chunk.subarray(start, end === -1 ? chunk.length : end);
      size += part.length;
      if (size <= LINE_MAX) parts.push(part);
      if (end === -1) break;
      yield take();
      start = end + 1;
    }
  }
  if (size > 0) yield take();
}

function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return null;
  }
}
