import { unvoteReplyEndpoint, voteReplyEndpoint } from '@/lib/forum/api';
import { apiRoute } from '@/lib/web/api-route';

export const POST = apiRoute(voteReplyEndpoint);
export const DELETE = apiRoute(unvoteReplyEndpoint);
