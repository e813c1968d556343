import { feedResponse } from '@/lib/web/feed-response';
import { digestsFeed } from '@/lib/web/feeds';

export const dynamic = 'force-dynamic';

export async function GET(request: Request): Promise<Response> {
  return feedResponse(request, digestsFeed);
}
