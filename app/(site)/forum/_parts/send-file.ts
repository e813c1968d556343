import { isOwnAddress, isRecord } from '@/app/_ui/suggestions';

/** `words` say why, as the site said it; null where it did not answer. */
export type Sent =
  | { ok: true; markdown: string; fileName: string; title: string }
  | { ok: false; words: string | null };

/** Sends one file to the site. Loaded when the first file is given.
 * @param tell is told how much has gone out, 0 to 1 */
export function sendFile(file: File, tell: (part: number) => void): Promise<Sent> {
  return new Promise((resolve) => {
    const body = new FormData();
    body.set('file', file);
    // fetch() cannot tell how far sending is.
    const request = new XMLHttpRequest();
    request.open('POST', '/api/uploads');
    request.setRequestHeader('accept', 'application/json');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => tell(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(readAnswer(request.status, request.response));
    request.onerror = () => resolve({ ok: false, words: null });
    request.ontimeout = request.onerror;
    request.timeout = 180_000;
    request.send(body);
  });
}

function readAnswer(status: number, answer: unknown): Sent {
  const body = isRecord(answer) ? answer : {};
  if (status === 201 && typeof body.markdown === 'string' && isOwnAddress(body.url)) {
    const title = typeof body.title === 'string' ? body.title : '';
    return { ok: true, markdown: body.markdown, fileName: body.url.replace('/uploads/', ''), title };
  }
  return { ok: false, words: typeof body.detail === 'string' ? body.detail : null };
}
