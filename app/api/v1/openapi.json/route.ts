import { shopSettings } from '@/lib/settings/queries';
import { endpoints } from '@/lib/web/endpoints';
import { openApiDocument } from '@/lib/web/openapi';

/** What the HTTP API can do, for machines. */
export async function GET(): Promise<Response> {
  const { shopName } = await shopSettings();
  return Response.json(openApiDocument(endpoints, shopName), {
    headers: { 'cache-control': 'public, max-age=300' },
  });
}
