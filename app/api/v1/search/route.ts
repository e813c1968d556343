import { searchEndpoint } from '@/lib/search/api';
import { apiRoute } from '@/lib/web/api-route';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(searchEndpoint);
