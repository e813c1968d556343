import { takeInPaymentMessage } from '@/lib/refunds/orders/take-in-payment-message';
import { withOtherMethods } from '@/lib/web/api-route';
import { webhookRoute } from '@/lib/web/webhook-route';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = withOtherMethods({
  POST: webhookRoute(takeInPaymentMessage),
});
