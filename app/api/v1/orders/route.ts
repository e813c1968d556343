import { saveOrderEndpoint } from '@/lib/refunds/orders/api';
import { apiRoute } from '@/lib/web/api-route';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(saveOrderEndpoint);
