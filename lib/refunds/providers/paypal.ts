import { DAY, HOUR, later, now } from '@/lib/clock';
import { toPaypalAmount } from '@/lib/refunds/providers/paypal-amounts';
import { askPaypal } from '@/lib/refunds/providers/paypal-client';
import { readPaypalProblem } from '@/lib/refunds/providers/paypal-errors';
import {
  Capture,
  customId,
  Report,
  readPaypalDispute,
  readPaypalOrder,
  readPaypalRefund,
  readPaypalReported,
} from '@/lib/refunds/providers/paypal-reading';
import { verifyPaypalWebhook } from '@/lib/refunds/providers/paypal-webhook';
import type { PaymentProvider, ProviderRefund } from '@/lib/refunds/providers/provider';

/** The report of transactions covers at most 31 days at a time. */
const REPORT_SPAN = 30 * DAY;
/** PayPal fills that report with up to three hours' delay; one more, because a false alarm wakes somebody. */
const BOOKS_LATE = 4 * HOUR;
/** "Payment refund" among the report's codes. */
const REFUND_CODE = 'T1107';

/** Refunds by PayPal. Orders name the payment by its capture. */
export const paypal: PaymentProvider = {
  name: 'paypal',

  async createRefund({ idempotencyKey, paymentRef, amountMinor, currency, refundId }) {
    const amount = toPaypalAmount({ amountMinor, currency });
    const body = JSON.stringify({ amount, custom_id: customId(refundId) });
    const path = `/v2/payments/captures/${encodeURIComponent(paymentRef)}/refund`;
    const answer = await askPaypal(path, { method: 'POST', body, requestId: idempotencyKey });
    if (answer.status !== 200 && answer.status !== 201) throw readPaypalProblem(answer);
    // The link to the capture is not in every answer; what was asked for is known.
    return { ...readPaypalRefund(answer.body), paymentRef };
  },

  /** PayPal lists the refunds of a payment with its order only. */
  async listRefunds(paymentRef) {
    const found = await there(`/v2/payments/captures/${encodeURIComponent(paymentRef)}`);
    if (found === null) throw new Error('PayPal does not know this payment.');
    const capture = Capture.parse(found);
    const orderId = capture.supplementary_data?.related_ids?.order_id;
    if (!orderId) {
      // Older payments have no order: then only "nothing was refunded" can be known.
      if (capture.status === 'COMPLETED') return [];
      throw new Error('PayPal does not list the refunds of this payment.');
    }
    const order = await there(`/v2/checkout/orders/${encodeURIComponent(orderId)}`);
    return readPaypalOrder(order, paymentRef);
  },

  booksAreLate: BOOKS_LATE,

  /** By the report of transactions. */
  async refundsSince(from) {
    const found: ProviderRefund[] = [];
    for (let start = from; start < now(); start = later(start, REPORT_SPAN)) {
      const end = new Date(Math.min(later(start, REPORT_SPAN).getTime(), now().getTime()));
      found.push(...(await reported(start, end)));
    }
    // Two spans share their border.
    return [...new Map(found.map((refund) => [refund.id, refund])).values()];
  },

  async getRefund(providerRefundId) {
    const found = await there(`/v2/payments/refunds/${encodeURIComponent(providerRefundId)}`);
    return found && readPaypalRefund(found);
  },

  async getDispute(providerDisputeId) {
    const found = await there(`/v1/customer/disputes/${encodeURIComponent(providerDisputeId)}`);
    return found && readPaypalDispute(found);
  },

  verifyWebhook: verifyPaypalWebhook,
};

async function reported(start: Date, end: Date): Promise<ProviderRefund[]> {
  const found: ProviderRefund[] = [];
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const query = new URLSearchParams({
      start_date: start.toISOString(),
      end_date: end.toISOString(),
      transaction_type: REFUND_CODE,
      fields: 'transaction_info',
      page_size: '500',
      page: page.toString(),
    });
    const report = Report.parse(await there(`/v1/reporting/transactions?${query}`));
    pages = report.total_pages;
    found.push(...report.transaction_details.map((line) => readPaypalReported(line.transaction_info)));
  }
  return found;
}

/** What is there; null for what PayPal does not know. Looking something up proves nothing about money. */
async function there(path: string): Promise<object | null> {
  const { status, body } = await askPaypal(path);
  if (status === 200 && typeof body === 'object' && body !== null) return body;
  if (status === 404) return null;
  throw new Error(`PayPal gave no clear answer (${status}).`);
}
