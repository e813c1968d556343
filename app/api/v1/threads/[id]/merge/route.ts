import { mergeThreadsEndpoint } from '@/lib/forum/curation/api';
import { apiRoute } from '@/lib/web/api-route';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(mergeThreadsEndpoint);
