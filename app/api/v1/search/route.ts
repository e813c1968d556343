import { searchEndpoint } from '@/lib/search/api';
import { apiRoute } from '@/lib/web/api-route';

export const GET = apiRoute(searchEndpoint);
