import { editReplyEndpoint, withdrawReplyEndpoint } from '@/lib/forum/api';
import { apiRoute } from '@/lib/web/api-route';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(editReplyEndpoint, withdrawReplyEndpoint);
