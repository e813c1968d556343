import { promoteThreadEndpoint } from '@/lib/faq/api';
import { apiRoute } from '@/lib/web/api-route';

export const POST = apiRoute(promoteThreadEndpoint);
