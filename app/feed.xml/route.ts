import { atomResponse } from '@/lib/web/atom';
import { siteFeed } from '@/lib/web/feeds';

export const dynamic = 'force-dynamic';

export async function GET(): Promise<Response> {
  return atomResponse(await siteFeed());
}
