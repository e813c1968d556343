import { editReplyEndpoint } from '@/lib/forum/api';
import { apiRoute } from '@/lib/web/api-route';

export const PATCH = apiRoute(editReplyEndpoint);
