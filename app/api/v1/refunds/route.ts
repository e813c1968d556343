import { requestRefundEndpoint } from '@/lib/refunds/api';
import { apiRoute } from '@/lib/web/api-route';

export const POST = apiRoute(requestRefundEndpoint);
