import { publicTitle } from '@/lib/forum/feed-queries';
import { pictureResponse } from '@/lib/web/picture-response';

export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ id: string }> };

export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { id } = await params;
  return pictureResponse(request, () => publicTitle(id));
}
