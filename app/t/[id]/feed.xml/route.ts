import { feedResponse } from '@/lib/web/feed-response';
import { threadFeed } from '@/lib/web/feeds';

export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ id: string }> };

export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { id } = await params;
  return feedResponse(request, () => threadFeed(id));
}
