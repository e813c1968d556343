import { stopList } from '@/lib/notifications/stop-list';
import { problemResponse } from '@/lib/web/api-route';
import { addressKey, countUse } from '@/lib/web/rate-limit';
import { readBody } from '@/lib/web/read-body';

/** A press is a word or two; whatever is larger is something else. */
const BODY_MAX = 8 * 1024;

/** Pressing a stop link: `POST /stop/TOKEN` is led here (lib/web/serve-request.ts), because an address with a page takes
 * no other handler. Mail programs press it without cookie or origin and follow no redirect (RFC 8058), so theirs is
 * answered with a sentence; the page's own button, with or without `undo`, leads back to the page. */
export async function POST(
  request: Request,
  context: { params: Promise<{ token: string }> },
): Promise<Response> {
  try {
    await countUse('webhook', addressKey(request.headers.get('x-porchlight-address') ?? 'unknown'));
    const { token } = await context.params;
    const press = await readPress(request);
    const result = await stopList(token, press === 'undo');
    if (press !== 'one-click') {
      return new Response(null, { status: 303, headers: { location: `/stop/${encodeURIComponent(token)}` } });
    }
    return result.ok
      ? plain(200, 'Stopped. No more of these mails will come.')
      : plain(404, 'This link is not complete, or what it stops is gone.');
  } catch (error) {
    return problemResponse(error);
  }
}

async function readPress(request: Request): Promise<'stop' | 'undo' | 'one-click'> {
  const body = await readBody(request, BODY_MAX);
  const isForm = (request.headers.get('content-type') ?? '').startsWith('application/x-www-form-urlencoded');
  const press = isForm ? new URLSearchParams(body).get('press') : null;
  return press === 'stop' || press === 'undo' ? press : 'one-click';
}

function plain(status: number, words: string): Response {
  return new Response(`${words}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
}
