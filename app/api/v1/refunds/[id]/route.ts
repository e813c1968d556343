import { getRefundEndpoint } from '@/lib/refunds/api';
import { apiRoute } from '@/lib/web/api-route';

export const GET = apiRoute(getRefundEndpoint);
