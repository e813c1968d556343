import { tokenActor } from '@/lib/accounts/session';
import { metrics } from '@/lib/insights/metrics-queries';
import { indexSize } from '@/lib/search/sync';
import { isFromThisMachine } from '@/lib/web/loopback';
import { prometheusText } from '@/lib/web/prometheus';

export const dynamic = 'force-dynamic';

/** For a watcher on this machine, or one with a token that has the scope admin. */
export async function GET(request: Request): Promise<Response> {
  const token = /^Bearer (\S{20,200})$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  const scopes = token ? ((await tokenActor(token))?.scopes ?? []) : [];
  if (!scopes.includes('admin') && !isFromThisMachine(request.headers)) {
    return new Response('This needs a token with the scope admin.\n', {
      status: 401,
      headers: {
        'www-authenticate': 'Bearer',
        'content-type': 'text/plain; charset=utf-8',
        'cache-control': 'no-store',
      },
    });
  }
  return new Response(prometheusText(await metrics(indexSize())), {
    headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' },
  });
}
