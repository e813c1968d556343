import { shopSettings } from '@/lib/settings/queries';
import { withOtherMethods } from '@/lib/web/api-route';
import { endpoints } from '@/lib/web/endpoints';
import { openApiDocument } from '@/lib/web/openapi';

/** What the HTTP API can do, for machines. */
async function document(): Promise<Response> {
  const { shopName } = await shopSettings();
  return Response.json(openApiDocument(endpoints, shopName), {
    headers: { 'cache-control': 'public, max-age=300' },
  });
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = withOtherMethods({ GET: document });
