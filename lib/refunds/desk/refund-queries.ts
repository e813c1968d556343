import { isOwner } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { db, type Prisma } from '@/lib/db/client';
import { isId } from '@/lib/ids';
import type { Money } from '@/lib/money';
import { isReplacedBy, mayCallOff, maySendAgain, needOf } from '@/lib/refunds/desk/rules';
import type { NoteKind } from '@/lib/refunds/desk/schema';
import { type SeenRefund, seenRefunds } from '@/lib/refunds/desk/seen';
import { mailsOfRefund } from '@/lib/refunds/mails-of-refund';
import type { WaitsFor } from '@/lib/refunds/providers/provider';
import { type ReasonKind, reasonKindOf } from '@/lib/refunds/reasons';
import { decideRefund, holdsMoney, isTickedByHand } from '@/lib/refunds/rules';
import { type Alternative, causeWords, ELSEWHERE, type RefundState } from '@/lib/refunds/schema';

export type RefundFile = {
  id: string;
  state: RefundState;
  amount: Money;
  byHand: boolean;
  provider: string;
  paymentRef: string;
  providerRefundId: string | null;
  traceNumber: string | null;
  isReversal: boolean;
  failureReason: string | null;
  waitsFor: WaitsFor | null;
  attempts: number;
  keyGeneration: number;
  createdAt: Date;
  promisedBy: Date | null;
  undoUntil: Date | null;
  reason: string;
  reasonKind: ReasonKind | null;
  replacedBy: Alternative | null;
  requestedVia: string;
  pieces: { name: string; quantity: number; amount: Money }[];
  order: {
    number: string;
    email: string;
    captured: Money;
    /** What refunds hold of it, this one included. */
    held: Money;
    disputedAt: Date | null;
    paidAt: Date | null;
    others: { id: string; state: RefundState; amount: Money; createdAt: Date }[];
  };
  disputes: { id: string; reason: string; state: string; amount: Money; openedAt: Date }[];
  /** Oldest first, every step. */
  steps: { from: RefundState | null; to: RefundState; why: string; note: string; at: Date }[];
  /** Newest first. */
  notes: { id: string; kind: NoteKind; byName: string; text: string; at: Date }[];
  /** What the provider said when it was last asked from here; null when nobody asked. */
  look: { byName: string; at: Date; found: SeenRefund[]; trouble: string } | null;
  /** Mails about it, oldest first. */
  mails: { id: string; subject: string; state: string; at: Date }[];
  need: ReturnType<typeof needOf>;
  can: {
    release: boolean;
    tick: boolean;
    undoTick: boolean;
    /** Nothing was found at the provider in 20 hours. */
    close: boolean;
    callOff: boolean;
    ask: boolean;
    sendAgain: 'yes' | 'too-soon' | 'no';
    /** What goodwill may give at most; null when nothing. */
    goodwill: Money | null;
    settle: boolean;
    finishInstead: boolean;
  };
  /** The number of the order's newest refund: what a form was drawn with. */
  lastSeq: number;
};

const shape = {
  order: {
    include: { refunds: { orderBy: { seq: 'asc' } }, disputes: { orderBy: { openedAt: 'desc' } } },
  },
  events: { orderBy: { position: 'asc' } },
  lines: { include: { item: { select: { name: true, position: true } } } },
  notes: { orderBy: [{ at: 'desc' }, { id: 'desc' }] },
  looks: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1 },
} satisfies Prisma.RefundInclude;
type Row = Prisma.RefundGetPayload<{ include: typeof shape }>;

/** Everything the desk knows of one refund; null when there is none. */
export async function refundFile(refundId: string, actor: Actor): Promise<RefundFile | null> {
  const row = isId(refundId) ? await db.refund.findUnique({ where: { id: refundId }, include: shape }) : null;
  if (!row) return null;
  const mails = await db.mail.findMany({
    where: mailsOfRefund(row),
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, subject: true, state: true, createdAt: true },
  });
  return {
    ...factsOf(row),
    ...standingOf(row, actor),
    mails: mails.map(({ createdAt, ...mail }) => ({ ...mail, at: createdAt })),
  };
}

function factsOf(row: Row) {
  const { currency } = row;
  const money = (amountMinor: number): Money => ({ amountMinor, currency });
  const { order } = row;
  const held = order.refunds.filter(({ state }) => holdsMoney(state));
  const [look] = row.looks;
  return {
    id: row.id,
    state: row.state,
    amount: money(row.amountMinor),
    byHand: row.provider === 'manual',
    provider: row.provider,
    paymentRef: row.paymentRef,
    providerRefundId: row.providerRefundId,
    traceNumber: row.traceNumber,
    isReversal: row.isReversal,
    failureReason: row.failureReason,
    waitsFor: row.waitsFor as WaitsFor | null,
    attempts: row.attempts,
    keyGeneration: row.keyGeneration,
    createdAt: row.createdAt,
    promisedBy: row.promisedBy,
    undoUntil: row.undoUntil,
    reason: row.reason,
    reasonKind: reasonKindOf(row.reasonKind),
    replacedBy: row.replacedBy as Alternative | null,
    requestedVia: row.requestedVia,
    pieces: [...row.lines]
      .sort((a, b) => a.item.position - b.item.position)
      .map(({ item, quantity, amountMinor }) => ({ name: item.name, quantity, amount: money(amountMinor) })),
    order: {
      number: order.number,
      email: order.email,
      captured: money(order.capturedMinor),
      held: money(held.reduce((sum, refund) => sum + refund.amountMinor, 0)),
      disputedAt: order.disputedAt,
      paidAt: order.paidAt,
      others: order.refunds
        .filter(({ id }) => id !== row.id)
        .map(({ id, state, amountMinor, createdAt }) => ({
          id,
          state,
          amount: money(amountMinor),
          createdAt,
        })),
    },
    disputes: order.disputes.map(({ id, reason, state, amountMinor, currency, openedAt }) => ({
      id,
      reason,
      state,
      amount: { amountMinor, currency },
      openedAt,
    })),
    steps: row.events.map(({ fromState, toState, cause, note, at }) => ({
      from: fromState,
      to: toState,
      why: causeWords(cause),
      note,
      at,
    })),
    notes: row.notes.map(({ id, kind, byName, text, at }) => ({
      id,
      kind: kind as NoteKind,
      byName,
      text,
      at,
    })),
    look: look
      ? { byName: look.byName, at: look.at, found: seenRefunds(look.found), trouble: look.trouble }
      : null,
    lastSeq: Math.max(...order.refunds.map(({ seq }) => seq)),
  };
}

/** What it needs, and what this person may do about it. */
function standingOf(row: Row, actor: Actor): Pick<RefundFile, 'need' | 'can'> {
  const at = now();
  const owner = isOwner(actor);
  const byHand = row.provider === 'manual';
  const { order, state } = row;
  const isReplaced = isReplacedBy(row, order.refunds);
  const isSettled = row.notes.some(({ kind }) => kind === 'settled');
  const isOpen = !isReplaced && !isSettled && row.failureReason !== ELSEWHERE;
  const need = needOf(row, isOpen, at);
  const left = decideRefund(order, order.refunds, { windowDays: 0 }, at);
  return {
    need,
    can: {
      release: owner && state === 'queued',
      tick: owner && byHand && state === 'pending',
      undoTick: owner && isTickedByHand(row),
      close: owner && state === 'unknown' && row.failureReason === 'needs-review',
      callOff: owner && mayCallOff(row),
      ask: owner && !byHand,
      sendAgain: owner ? maySendAgain(row, isReplaced, at) : 'no',
      goodwill: owner && left.ok ? { amountMinor: left.amountMinor, currency: row.currency } : null,
      settle: owner && (need === 'bounced' || need === 'disputed'),
      finishInstead: owner && need === 'instead',
    },
  };
}
