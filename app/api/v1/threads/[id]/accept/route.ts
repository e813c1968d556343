import { acceptAnswerEndpoint } from '@/lib/forum/api';
import { apiRoute } from '@/lib/web/api-route';

export const POST = apiRoute(acceptAnswerEndpoint);
