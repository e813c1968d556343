import { DoorProblem } from '@/lib/errors';

/** One part of a form as it was sent. */
export type FormPart = { name: string; fileName: string | null; bytes: Buffer };

/** Our largest form has some thirty fields; reading thousands would cost time and belongs to nobody. */
export const PARTS_MAX = 100;
const HEAD_MAX = 4096;

/** Takes a multipart body apart (RFC 7578), without copying and in one pass.
 * @throws DoorProblem 400 when it is not one, is cut off, or has too many parts */
export function readMultipart(body: Buffer, contentType: string | null): FormPart[] {
  const boundary = /^multipart\/form-data\s*;.*?\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(
    contentType ?? '',
  );
  const mark = Buffer.from(`--${boundary?.[1] ?? boundary?.[2] ?? ''}`, 'latin1');
  if (!boundary || body.indexOf(mark) !== 0) throw broken();
  const parts: FormPart[] = [];
  const next = Buffer.concat([Buffer.from('\r\n'), mark]);
  for (let at = mark.length; ; ) {
    if (body.toString('latin1', at, at + 2) === '--') return parts;
    if (body.toString('latin1', at, at + 2) !== '\r\n' || parts.length === PARTS_MAX) throw broken();
    const headEnd = body.subarray(at, at + HEAD_MAX).indexOf('\r\n\r\n');
    const begin = at + headEnd + 4;
    const end = headEnd === -1 ? -1 : body.indexOf(next, begin - 2);
    if (end === -1) throw broken();
    const head = body.toString('utf8', at, at + headEnd);
    parts.push({ ...namesOf(head), bytes: body.subarray(begin, Math.max(begin, end)) });
    at = end + next.length;
  }
}

function namesOf(head: string): { name: string; fileName: string | null } {
  const line = /\r\ncontent-disposition:\s*form-data\s*;([^\r\n]*)/i.exec(head)?.[1] ?? '';
  const value = (key: string) => new RegExp(`(?:^|[;\\s])${key}="([^"]*)"`, 'i').exec(line)?.[1];
  const name = value('name');
  if (name === undefined) throw broken();
  const fileName = value('filename');
  return { name: unescaped(name), fileName: fileName === undefined ? null : unescaped(fileName) };
}

/** Browsers escape these three and nothing else (HTML standard, multipart form data). */
function unescaped(name: string): string {
  return name.replace(/%(22|0D|0A)/gi, (found) => decodeURIComponent(found));
}

function broken(): DoorProblem {
  return new DoorProblem(400, 'form-invalid', 'This is not a complete form with a file. Please try again.');
}
