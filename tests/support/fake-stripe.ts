import Stripe from 'stripe';
import { DAY } from '@/lib/clock';
import { forgetConfig } from '@/lib/config';
import { type Answer, type Asked, type FakeProvider, type Fault, providerServer } from './provider-server';

export const STRIPE_KEY = 'sk_test_thekeyofthetests';
export const STRIPE_SIGNING = 'whsec_thesecretofthetests';

let count = 0;

type Payment = {
  id: string;
  charge: string;
  amount: number;
  currency: string;
  faults: Fault[];
  asks: number;
};
type StripeRefund = {
  id: string;
  object: 'refund';
  amount: number;
  currency: string;
  charge: string;
  payment_intent: string;
  created: number;
  metadata: Record<string, string>;
  status: string;
  failure_reason?: string;
  pending_reason?: string;
  destination_details?: object;
};
type StripeDispute = { id: string; object: 'dispute'; status: string } & Record<string, unknown>;
type Saved = { params: string; status: number; body: unknown; at: number };

/** Stripe's API for refunds as it is documented: keys whose first answer is replayed, a saved 500 included, for a day;
 * lists in pages; refunds that fail days later; disputes; signed events. */
export class FakeStripe implements FakeProvider {
  readonly name = 'stripe';
  /** Smaller than what is asked for, so that lists have several pages. */
  pageSize = 100;
  /** The body of the newest request for a refund. */
  lastAsked = '';
  /** How long an answer is on its way, after what was asked is done. */
  answersAfterMs: () => number = () => 0;
  /** What the next refunds become. */
  firstStatus = 'succeeded';
  private payments = new Map<string, Payment>();
  private refunds: StripeRefund[] = [];
  private disputes = new Map<string, StripeDispute>();
  private listeners: (() => void)[] = [];
  private keys = new Map<string, Saved>();
  private server = providerServer(
    (asked) => this.answer(asked),
    () => this.answersAfterMs(),
  );

  async start(): Promise<void> {
    this.startNowhere(await this.server.start());
  }

  startNowhere(base: string): void {
    process.env.STRIPE_SECRET_KEY ??= STRIPE_KEY;
    Object.assign(process.env, { STRIPE_WEBHOOK_SECRET: STRIPE_SIGNING, STRIPE_API_BASE: base });
    forgetConfig();
  }

  stop(): Promise<void> {
    for (const name of ['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET', 'STRIPE_API_BASE']) {
      delete process.env[name];
    }
    forgetConfig();
    return this.server.stop();
  }

  addPayment(facts: { amountMinor?: number; currency?: string; faults?: Fault[] } = {}): string {
    const { amountMinor = 2400, currency = 'EUR', faults = [] } = facts;
    const id = this.newId('pi');
    const charge = this.newId('ch');
    const amount = amountMinor;
    this.payments.set(id, { id, charge, amount, currency: currency.toLowerCase(), faults, asks: 0 });
    return id;
  }

  made(paymentRef: string) {
    return this.refunds
      .filter((refund) => refund.payment_intent === paymentRef)
      .map(({ id, amount, metadata }) => ({ id, amount: `${amount}`, refundId: metadata.refund_id ?? null }));
  }

  /** When somebody next asks for a refund. */
  nextAsk(): Promise<void> {
    return new Promise((resolve) => this.listeners.push(resolve));
  }

  asks(paymentRef: string): number {
    return this.payments.get(paymentRef)?.asks ?? 0;
  }

  chargeOf(paymentRef: string): string {
    return this.payments.get(paymentRef)?.charge ?? '';
  }

  refundByHand(paymentRef: string, amount: number): string {
    return this.write(this.payment(paymentRef), amount, {}).id;
  }

  turnRefund(id: string, state: 'pending' | 'succeeded' | 'failed' | 'needs-buyer'): void {
    this.patchRefund(id, { status: state === 'needs-buyer' ? 'requires_action' : state });
    if (state === 'failed') this.patchRefund(id, { failure_reason: 'expired_or_canceled_card' });
  }

  patchRefund(id: string, patch: Partial<StripeRefund>): void {
    const refund = this.refunds.find((one) => one.id === id);
    if (!refund) throw new Error(`There is no refund ${id}.`);
    Object.assign(refund, patch);
  }

  openDispute(paymentRef: string, kind: 'dispute' | 'inquiry' = 'dispute'): string {
    const { id: payment_intent, charge, amount, currency } = this.payment(paymentRef);
    const status = kind === 'inquiry' ? 'warning_needs_response' : 'needs_response';
    const id = this.newId('dp');
    const facts = { payment_intent, charge, amount, currency, reason: 'fraudulent', created: seconds() };
    this.disputes.set(id, { id, object: 'dispute', status, ...facts });
    return id;
  }

  endDispute(id: string, outcome: 'won' | 'lost'): void {
    const dispute = this.disputes.get(id);
    if (dispute) dispute.status = dispute.status.startsWith('warning_') ? 'warning_closed' : outcome;
  }

  message(about: { refund?: string; dispute?: string; type?: string }, patch: object = {}) {
    const usual = about.dispute ? 'charge.dispute.created' : 'refund.updated';
    const object = about.dispute
      ? this.disputes.get(about.dispute)
      : this.refunds.find((refund) => refund.id === about.refund);
    const event = {
      id: this.newId('evt'),
      object: 'event',
      type: about.type ?? usual,
      livemode: false,
      created: seconds(),
      data: { object: object ?? { id: about.refund ?? 'cus_1' } },
      ...patch,
    };
    const body = JSON.stringify(event);
    return { body, headers: { 'stripe-signature': stripeSignature(body) } };
  }

  private answer(asked: Asked): Answer {
    if (asked.request.headers.authorization !== `Bearer ${STRIPE_KEY}`) {
      return problem(401, 'invalid_request_error', { message: 'Invalid API Key provided: sk_test_****' });
    }
    const [, , kind, id] = asked.path.split('/');
    if (kind === 'disputes' && id) return this.found(this.disputes.get(id));
    if (kind !== 'refunds') return problem(404, 'invalid_request_error', { code: 'resource_missing' });
    if (id) return this.found(this.refunds.find((refund) => refund.id === id));
    return asked.method === 'POST' ? this.create(asked) : this.list(asked.query);
  }

  private found(thing: unknown): Answer {
    return thing
      ? { status: 200, body: thing }
      : problem(404, 'invalid_request_error', { code: 'resource_missing', param: 'id' });
  }

  private create({ body, request }: Asked): Answer {
    const params = new URLSearchParams(body);
    this.lastAsked = body;
    for (const heard of this.listeners.splice(0)) heard();
    const payment = this.paymentNamed(params);
    if (!payment) {
      return problem(404, 'invalid_request_error', { code: 'resource_missing', param: 'payment_intent' });
    }
    payment.asks += 1;
    const fault = payment.faults.shift();
    if (fault === 'hang-before') return 'hang';
    if (fault === 'rate-limited') return problem(429, 'invalid_request_error', { code: 'rate_limit' });
    if (fault === 'in-use') return problem(409, 'idempotency_error', { code: 'idempotency_key_in_use' });
    const key = String(request.headers['idempotency-key']);
    const saved = this.keys.get(key);
    if (saved && Date.now() - saved.at < DAY) {
      if (saved.params !== body) return problem(400, 'idempotency_error', {});
      return { status: saved.status, body: saved.body, headers: { 'idempotent-replayed': 'true' } };
    }
    const answer = fault === 'error500-before' ? broken() : this.execute(payment, params);
    const kept = fault === 'error500-after' ? broken() : answer;
    this.keys.set(key, { params: body, at: Date.now(), ...kept });
    if (fault === 'hang-after') return 'hang';
    return fault === 'reset-after' ? 'reset' : kept;
  }

  private execute(payment: Payment, params: URLSearchParams) {
    if ([...this.disputes.values()].some((one) => one.charge === payment.charge && one.status !== 'won')) {
      return problem(400, 'invalid_request_error', { code: 'charge_disputed' });
    }
    const left = payment.amount - this.refundedOf(payment);
    if (left <= 0) return problem(400, 'invalid_request_error', { code: 'charge_already_refunded' });
    const amount = Number(params.get('amount'));
    if (amount > left) {
      const message = `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`;
      return problem(400, 'invalid_request_error', { param: 'amount', message });
    }
    const metadata = { refund_id: params.get('metadata[refund_id]') ?? '' };
    // A copy: what was answered once stays as it was, whatever becomes of the refund.
    return { status: 200, body: { ...this.write(payment, amount, metadata, this.firstStatus) } };
  }

  private list(query: URLSearchParams): Answer {
    const wanted = this.refunds
      .filter((refund) => (query.get('payment_intent') ?? refund.payment_intent) === refund.payment_intent)
      .filter((refund) => (query.get('charge') ?? refund.charge) === refund.charge)
      .filter((refund) => refund.created >= Number(query.get('created[gte]') ?? 0))
      .reverse();
    const after = query.get('starting_after');
    const start = after ? wanted.findIndex((refund) => refund.id === after) + 1 : 0;
    const size = Math.min(Number(query.get('limit') ?? 10), this.pageSize);
    const data = wanted.slice(start, start + size);
    return {
      status: 200,
      body: { object: 'list', url: '/v1/refunds', has_more: start + size < wanted.length, data },
    };
  }

  private write(payment: Payment, amount: number, metadata: Record<string, string>, status = 'succeeded') {
    const refund: StripeRefund = {
      id: this.newId('re'),
      object: 'refund',
      amount,
      currency: payment.currency,
      charge: payment.charge,
      payment_intent: payment.id,
      created: seconds(),
      metadata,
      status,
    };
    this.refunds.push(refund);
    return refund;
  }

  private refundedOf(payment: Payment): number {
    return this.refunds
      .filter((refund) => refund.charge === payment.charge && !/failed|canceled/.test(refund.status))
      .reduce((sum, refund) => sum + refund.amount, 0);
  }

  private paymentNamed(params: URLSearchParams): Payment | undefined {
    const name = params.get('payment_intent') ?? params.get('charge');
    return [...this.payments.values()].find((payment) => payment.id === name || payment.charge === name);
  }

  private payment(paymentRef: string): Payment {
    const payment = this.payments.get(paymentRef);
    if (!payment) throw new Error(`There is no payment ${paymentRef}.`);
    return payment;
  }

  private newId(prefix: string): string {
    count += 1;
    return `${prefix}_${count}made`;
  }
}

/** Signs with Stripe's own library. */
export function stripeSignature(payload: string, at = Date.now(), secret = STRIPE_SIGNING): string {
  const timestamp = Math.floor(at / 1000);
  return new Stripe(STRIPE_KEY).webhooks.generateTestHeaderString({ payload, secret, timestamp });
}

function seconds(): number {
  return Math.floor(Date.now() / 1000);
}

function problem(status: number, type: string, facts: { code?: string; param?: string; message?: string }) {
  return { status, body: { error: { type, message: 'Something is wrong.', ...facts } } };
}

function broken() {
  return problem(500, 'api_error', {});
}
