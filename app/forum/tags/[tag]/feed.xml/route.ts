import { segmentText } from '@/app/(site)/forum/_parts/segment-text';
import { feedResponse } from '@/lib/web/feed-response';
import { tagFeed } from '@/lib/web/feeds';

export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ tag: string }> };

export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { tag } = await params;
  return feedResponse(request, () => tagFeed(segmentText(tag)));
}
