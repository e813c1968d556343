import { meTooEndpoint, notMeTooEndpoint } from '@/lib/forum/api';
import { apiRoute } from '@/lib/web/api-route';

export const POST = apiRoute(meTooEndpoint);
export const DELETE = apiRoute(notMeTooEndpoint);
