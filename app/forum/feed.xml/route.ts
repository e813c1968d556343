import { atomResponse } from '@/lib/web/atom';
import { forumFeed } from '@/lib/web/feeds';

export const dynamic = 'force-dynamic';

export async function GET(): Promise<Response> {
  return atomResponse(await forumFeed());
}
