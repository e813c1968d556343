import { listThreadsEndpoint, startThreadEndpoint } from '@/lib/forum/api';
import { apiRoute } from '@/lib/web/api-route';

export const GET = apiRoute(listThreadsEndpoint);
export const POST = apiRoute(startThreadEndpoint);
