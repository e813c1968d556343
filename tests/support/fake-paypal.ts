import { forgetConfig } from '@/lib/config';
import { type PaypalRefund, writtenAmount } from './paypal-refund';
import { checkedSignature, paypalHeaders, WEBHOOK_ID } from './paypal-signing';
import { type Answer, type Asked, type FakeProvider, type Fault, providerServer } from './provider-server';

const CLIENT = 'theclientofthetests';
const SECRET = 'thesecretofthetests';

type Payment = {
  id: string;
  order: string;
  amountMinor: number;
  currency: string;
  faults: Fault[];
  asks: number;
};
type PaypalDispute = { dispute_id: string; status: string } & Record<string, unknown>;

let count = 0;

/** PayPal's API for refunds as it is documented: tokens that run out, request ids, refunds listed with the order only,
 * cumulative totals beside the amount, disputes, a report in pages, and signatures that only PayPal itself can check. */
export class FakePaypal implements FakeProvider {
  readonly name = 'paypal';
  pageSize = 500;
  /** Milliseconds until the report knows of a refund. */
  reportIsLate = 0;
  tokens = new Set<string>();
  private payments = new Map<string, Payment>();
  private refunds: PaypalRefund[] = [];
  private disputes = new Map<string, PaypalDispute>();
  private keys = new Map<string, PaypalRefund>();
  private server = providerServer((asked) => this.answer(asked));

  async start(): Promise<void> {
    this.startNowhere(await this.server.start());
  }

  startNowhere(base: string): void {
    Object.assign(process.env, {
      PAYPAL_CLIENT_ID: CLIENT,
      PAYPAL_CLIENT_SECRET: SECRET,
      PAYPAL_WEBHOOK_ID: WEBHOOK_ID,
      PAYPAL_API_BASE: base,
    });
    forgetConfig();
  }

  stop(): Promise<void> {
    for (const name of ['CLIENT_ID', 'CLIENT_SECRET', 'WEBHOOK_ID', 'API_BASE']) {
      delete process.env[`PAYPAL_${name}`];
    }
    forgetConfig();
    return this.server.stop();
  }

  addPayment(facts: { amountMinor?: number; currency?: string; faults?: Fault[] | undefined } = {}): string {
    const { amountMinor = 2400, currency = 'EUR', faults = [] } = facts;
    const id = newId('CAP');
    this.payments.set(id, { id, order: newId('ORD'), amountMinor, currency, faults, asks: 0 });
    return id;
  }

  made(paymentRef: string) {
    return this.refunds
      .filter((refund) => refund.capture === paymentRef)
      .map(({ id, amountMinor, currency, custom_id }) => ({
        id,
        amount: writtenAmount({ amountMinor, currency }),
        refundId: custom_id?.startsWith('refund:') ? custom_id.slice(7) : null,
      }));
  }

  asks(paymentRef: string): number {
    return this.payments.get(paymentRef)?.asks ?? 0;
  }

  refundByHand(paymentRef: string, amountMinor: number): string {
    // What the shop noted on its payment stands on its refunds as well.
    return this.write(this.payment(paymentRef), amountMinor, 'order 17').id;
  }

  turnRefund(id: string, state: 'pending' | 'succeeded' | 'failed' | 'needs-buyer'): void {
    const refund = this.refunds.find((one) => one.id === id);
    if (!refund) throw new Error(`There is no refund ${id}.`);
    refund.status = {
      pending: 'PENDING',
      'needs-buyer': 'PENDING',
      succeeded: 'COMPLETED',
      failed: 'FAILED',
    }[state];
  }

  openDispute(paymentRef: string, kind: 'dispute' | 'inquiry' = 'dispute'): string {
    const { id, amountMinor, currency } = this.payment(paymentRef);
    const dispute_id = newId('PP-D');
    this.disputes.set(dispute_id, {
      dispute_id,
      create_time: new Date().toISOString(),
      status: 'UNDER_REVIEW',
      reason: 'UNAUTHORISED',
      dispute_life_cycle_stage: kind === 'inquiry' ? 'INQUIRY' : 'CHARGEBACK',
      dispute_amount: { value: writtenAmount({ amountMinor, currency }), currency_code: currency },
      disputed_transactions: [{ seller_transaction_id: id }],
    });
    return dispute_id;
  }

  endDispute(id: string, outcome: 'won' | 'lost'): void {
    const outcome_code = outcome === 'won' ? 'RESOLVED_SELLER_FAVOUR' : 'RESOLVED_BUYER_FAVOUR';
    Object.assign(this.disputes.get(id) ?? {}, { status: 'RESOLVED', dispute_outcome: { outcome_code } });
  }

  message(about: { refund?: string; dispute?: string; type?: string }) {
    const refund = this.refunds.find((one) => one.id === about.refund);
    const dispute = about.dispute ? this.disputes.get(about.dispute) : undefined;
    const usual = about.dispute ? 'CUSTOMER.DISPUTE.CREATED' : 'PAYMENT.CAPTURE.REFUNDED';
    const event = {
      id: newId('WH'),
      event_type: about.type ?? usual,
      resource: dispute ?? (refund ? this.shown(refund) : { id: about.refund ?? 'X' }),
    };
    // Written as PayPal may and JSON.stringify would not.
    const body = JSON.stringify(event).replace(':', ' : ').replaceAll('/', '\\/');
    return { body, headers: paypalHeaders(body) };
  }

  private answer(asked: Asked): Answer {
    const { path, method } = asked;
    if (path === '/v1/oauth2/token') return this.token(asked);
    const token = asked.request.headers.authorization?.replace('Bearer ', '') ?? '';
    if (!this.tokens.has(token)) return problem(401, 'AUTHENTICATION_FAILURE');
    const [, version, area, kind, id = '', act] = path.split('/');
    const where = `${version}/${area}/${kind}`;
    if (where === 'v2/payments/captures' && act === 'refund' && method === 'POST')
      return this.create(id, asked);
    if (where === 'v2/payments/captures') return this.capture(id);
    if (where === 'v2/checkout/orders') return this.order(id);
    if (where === 'v2/payments/refunds') {
      const refund = this.refunds.find((one) => one.id === id);
      return refund ? { status: 200, body: this.shown(refund) } : problem(404, 'RESOURCE_NOT_FOUND');
    }
    if (where === 'v1/customer/disputes') {
      const body = this.disputes.get(id);
      return body ? { status: 200, body } : problem(404, 'RESOURCE_NOT_FOUND');
    }
    if (where === 'v1/reporting/transactions') return this.report(asked.query);
    if (where === 'v1/notifications/verify-webhook-signature') return checkedSignature(asked.body);
    return problem(404, 'RESOURCE_NOT_FOUND');
  }

  private token({ request, body }: Asked): Answer {
    const basic = Buffer.from(`${CLIENT}:${SECRET}`).toString('base64');
    if (request.headers.authorization !== `Basic ${basic}` || body !== 'grant_type=client_credentials') {
      return { status: 401, body: { error: 'invalid_client' } };
    }
    const token = newId('A21');
    this.tokens.add(token);
    return { status: 200, body: { access_token: token, token_type: 'Bearer', expires_in: 32_400 } };
  }

  private create(id: string, { body, request }: Asked): Answer {
    const payment = this.payments.get(id);
    if (!payment) return problem(404, 'RESOURCE_NOT_FOUND', 'INVALID_RESOURCE_ID');
    payment.asks += 1;
    const fault = payment.faults.shift();
    if (fault === 'hang-before') return 'hang';
    if (fault === 'error500-before') return problem(500, 'INTERNAL_SERVER_ERROR');
    if (fault === 'rate-limited') return problem(429, 'RATE_LIMIT_REACHED');
    if (fault === 'in-use') return problem(409, 'RESOURCE_CONFLICT', 'PREVIOUS_REQUEST_IN_PROGRESS');
    const key = String(request.headers['paypal-request-id']);
    const known = this.keys.get(key);
    if (known) return { status: 200, body: this.shown(known) };
    const made = this.execute(payment, JSON.parse(body));
    if (typeof made === 'string') return problem(422, 'UNPROCESSABLE_ENTITY', made);
    this.keys.set(key, made);
    if (fault === 'hang-after') return 'hang';
    if (fault === 'reset-after') return 'reset';
    if (fault === 'error500-after') return problem(500, 'INTERNAL_SERVER_ERROR');
    return { status: 201, body: this.shown(made) };
  }

  private execute(
    payment: Payment,
    wish: { amount: { value: string; currency_code: string }; custom_id: string },
  ): PaypalRefund | string {
    const { value, currency_code } = wish.amount;
    if (currency_code !== payment.currency) return 'REFUND_CAPTURE_CURRENCY_MISMATCH';
    if (['JPY', 'HUF', 'TWD'].includes(currency_code) && value.includes('.')) return 'DECIMALS_NOT_SUPPORTED';
    const unit = { JPY: 1, KWD: 1000 }[currency_code] ?? 100;
    const wanted = Math.round(Number(value) * unit);
    const left = payment.amountMinor - this.refundedOf(payment.id);
    if (left <= 0) return 'CAPTURE_FULLY_REFUNDED';
    if (wanted > left) return 'REFUND_AMOUNT_EXCEEDED';
    const isDisputed = [...this.disputes.values()].some(
      (dispute) => dispute.status !== 'RESOLVED' && JSON.stringify(dispute).includes(payment.id),
    );
    if (isDisputed && wanted < left) return 'CAPTURE_DISPUTED_PARTIAL_REFUND_NOT_ALLOWED';
    return this.write(payment, wanted, wish.custom_id);
  }

  private capture(id: string): Answer {
    const payment = this.payments.get(id);
    if (!payment) return problem(404, 'RESOURCE_NOT_FOUND');
    const refunded = this.refundedOf(id);
    const whole = refunded >= payment.amountMinor ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
    const related_ids = { order_id: payment.order };
    return {
      status: 200,
      body: { id, status: refunded === 0 ? 'COMPLETED' : whole, supplementary_data: { related_ids } },
    };
  }

  private order(id: string): Answer {
    const captures = [...this.payments.values()].filter((payment) => payment.order === id);
    if (captures.length === 0) return problem(404, 'RESOURCE_NOT_FOUND');
    const refunds = this.refunds
      .filter((refund) => captures.some((payment) => payment.id === refund.capture))
      .map((refund) => this.shown(refund));
    return { status: 200, body: { id, purchase_units: [{ payments: { captures: [], refunds } }] } };
  }

  private report(query: URLSearchParams): Answer {
    const [from, to] = ['start_date', 'end_date'].map((name) => new Date(query.get(name) ?? ''));
    const isReported = (refund: PaypalRefund) => Date.now() - refund.at.getTime() >= this.reportIsLate;
    const wanted = this.refunds.filter(
      (refund) => from && to && refund.at >= from && refund.at <= to && isReported(refund),
    );
    const page = Number(query.get('page'));
    const lines = wanted.slice((page - 1) * this.pageSize, page * this.pageSize);
    return {
      status: 200,
      body: {
        total_pages: Math.ceil(wanted.length / this.pageSize),
        transaction_details: lines.map((refund) => ({
          transaction_info: {
            transaction_id: refund.id,
            paypal_reference_id: refund.capture,
            transaction_event_code: 'T1107',
            transaction_status: { COMPLETED: 'S', PENDING: 'P', FAILED: 'D' }[refund.status],
            transaction_amount: { value: `-${writtenAmount(refund)}`, currency_code: refund.currency },
            custom_field: refund.custom_id,
          },
        })),
      },
    };
  }

  private shown(refund: PaypalRefund): object {
    const amount = { value: writtenAmount(refund), currency_code: refund.currency };
    const earlier = this.refunds
      .slice(0, this.refunds.indexOf(refund) + 1)
      .filter((one) => one.capture === refund.capture);
    const amountMinor = earlier.reduce((sum, one) => sum + one.amountMinor, 0);
    const total = { value: writtenAmount({ ...refund, amountMinor }), currency_code: refund.currency };
    const href = `https://api.paypal.com/v2/payments/captures/${refund.capture}`;
    return {
      id: refund.id,
      status: refund.status,
      amount,
      custom_id: refund.custom_id,
      create_time: refund.at.toISOString(),
      // Of all refunds of the payment together: the pitfall.
      seller_payable_breakdown: { gross_amount: amount, total_refunded_amount: total },
      links: [
        { rel: 'self', href: `https://api.paypal.com/v2/payments/refunds/${refund.id}` },
        { rel: 'up', href },
      ],
    };
  }

  private write(payment: Payment, amountMinor: number, custom_id: string): PaypalRefund {
    const { id: capture, currency } = payment;
    const at = new Date();
    const refund = { id: newId('REF'), capture, amountMinor, currency, status: 'COMPLETED', custom_id, at };
    this.refunds.push(refund);
    return refund;
  }

  private refundedOf(capture: string): number {
    return this.refunds
      .filter((refund) => refund.capture === capture && refund.status !== 'FAILED')
      .reduce((sum, refund) => sum + refund.amountMinor, 0);
  }

  private payment(paymentRef: string): Payment {
    const payment = this.payments.get(paymentRef);
    if (!payment) throw new Error(`There is no payment ${paymentRef}.`);
    return payment;
  }
}

function newId(prefix: string): string {
  count += 1;
  return `${prefix}${count}MADE`;
}

function problem(status: number, name: string, issue?: string): Answer {
  return { status, body: { name, message: 'Something is wrong.', details: issue ? [{ issue }] : [] } };
}
