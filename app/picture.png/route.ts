import { pictureResponse } from '@/lib/web/picture-response';

export const dynamic = 'force-dynamic';

/** The site's own picture. */
export async function GET(request: Request): Promise<Response> {
  return pictureResponse(request, async () => null);
}
