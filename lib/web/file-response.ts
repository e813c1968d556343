import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { placeOf } from '@/lib/uploads/folder';
import { endingOf, typeOfName } from '@/lib/uploads/names';
import type { UploadFile } from '@/lib/uploads/queries';
import { isKnown } from '@/lib/web/cacheable';

/** A hidden post's picture is gone from every cache after this long. */
const PUBLIC_SECONDS = 60;

/** A file as an answer: pictures to look at, documents to download. Only what everybody may see is kept by caches. The
 * headers that keep it from running are the server's (lib/web/serve-request.ts). */
export async function fileResponse(request: Request, file: UploadFile): Promise<Response> {
  const place = placeOf(file.fileName);
  const facts = await stat(place).catch(() => null);
  if (!facts) return noFile();
  const etag = `"${file.fileName}"`;
  const headers = {
    'content-type': typeOfName(file.fileName),
    'content-disposition': disposition(file),
    'cache-control': file.isPublic ? `public, max-age=${PUBLIC_SECONDS}` : 'private, no-store',
    etag,
  };
  if (isKnown(request.headers.get('if-none-match'), etag))
    return new Response(null, { status: 304, headers });
  const whole = { ...headers, 'content-length': String(facts.size) };
  if (request.method === 'HEAD') return new Response(null, { headers: whole });
  return new Response(Readable.toWeb(createReadStream(place)) as ReadableStream, { headers: whole });
}

/** There is no such file, or none for who asks. */
export function noFile(): Response {
  return new Response('There is no such file.', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'private, no-store' },
  });
}

/** The title as a file name (RFC 6266, its letters as RFC 8187 says them). */
function disposition({ fileName, title, kind }: UploadFile): string {
  const name = `${title.replace(/[\\/:*?"<>|]/g, '-')}.${endingOf(fileName)}`;
  const escaped = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const plain = name.replace(/[^\x20-\x7E]|[%\\"]/g, '_');
  return `${kind === 'pdf' ? 'attachment' : 'inline'}; filename="${plain}"; filename*=UTF-8''${escaped}`;
}
