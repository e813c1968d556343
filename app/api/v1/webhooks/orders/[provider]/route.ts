import { MESSAGE_MAX } from '@/lib/refunds/orders/schema';
import { takeInOrderMessage } from '@/lib/refunds/orders/take-in-order-message';
import { withOtherMethods } from '@/lib/web/api-route';
import { webhookRoute } from '@/lib/web/webhook-route';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = withOtherMethods({
  POST: webhookRoute(takeInOrderMessage, MESSAGE_MAX),
});
