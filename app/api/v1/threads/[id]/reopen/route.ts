import { reopenThreadEndpoint } from '@/lib/forum/solutions/api';
import { apiRoute } from '@/lib/web/api-route';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(reopenThreadEndpoint);
