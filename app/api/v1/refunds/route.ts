import { requestRefundEndpoint } from '@/lib/refunds/api';
import { apiRoute } from '@/lib/web/api-route';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(requestRefundEndpoint);
