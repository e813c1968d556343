import { segmentText } from '@/app/(site)/forum/_parts/segment-text';
import { publicArticleTitle } from '@/lib/faq/feed-queries';
import { pictureResponse } from '@/lib/web/picture-response';

export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ slug: string }> };

export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { slug } = await params;
  return pictureResponse(request, () => publicArticleTitle(segmentText(slug)));
}
