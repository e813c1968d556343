import { takeInWebhook } from '@/lib/refunds/take-in-webhook';
import { webhookRoute } from '@/lib/web/webhook-route';

export const POST = webhookRoute(takeInWebhook);
