import { unacceptAnswerEndpoint } from '@/lib/forum/api';
import { apiRoute } from '@/lib/web/api-route';

export const DELETE = apiRoute(unacceptAnswerEndpoint);
