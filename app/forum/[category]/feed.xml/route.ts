import { segmentText } from '@/app/(site)/forum/_parts/segment-text';
import { feedResponse } from '@/lib/web/feed-response';
import { categoryFeed } from '@/lib/web/feeds';

export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ category: string }> };

export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { category } = await params;
  return feedResponse(request, () => categoryFeed(segmentText(category)));
}
