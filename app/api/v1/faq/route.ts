import { listArticlesEndpoint, writeArticleEndpoint } from '@/lib/faq/api';
import { apiRoute } from '@/lib/web/api-route';

export const GET = apiRoute(listArticlesEndpoint);
export const POST = apiRoute(writeArticleEndpoint);
