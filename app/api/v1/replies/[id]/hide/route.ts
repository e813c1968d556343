import { hideReplyEndpoint } from '@/lib/moderation/api';
import { apiRoute } from '@/lib/web/api-route';

export const POST = apiRoute(hideReplyEndpoint);
