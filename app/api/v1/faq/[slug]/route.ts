import { editArticleEndpoint, getArticleEndpoint } from '@/lib/faq/api';
import { apiRoute } from '@/lib/web/api-route';

export const GET = apiRoute(getArticleEndpoint);
export const PATCH = apiRoute(editArticleEndpoint);
