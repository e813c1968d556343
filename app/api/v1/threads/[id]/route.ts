import { editThreadEndpoint, getThreadEndpoint } from '@/lib/forum/api';
import { apiRoute } from '@/lib/web/api-route';

export const GET = apiRoute(getThreadEndpoint);
export const PATCH = apiRoute(editThreadEndpoint);
