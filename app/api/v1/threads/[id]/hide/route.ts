import { hideThreadEndpoint } from '@/lib/moderation/api';
import { apiRoute } from '@/lib/web/api-route';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(hideThreadEndpoint);
