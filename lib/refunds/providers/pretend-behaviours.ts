import { DAY, SECOND } from '@/lib/clock';
import type { ProviderRefundState, WaitsFor } from '@/lib/refunds/providers/provider';

/** The reference of a payment starts with how its refund shall go (`pretend_hang_17`); anything else goes well. The longer
 * names stand before those they begin with. */
export const BEHAVIOURS = [
  // On its way for a minute; the second word says what for.
  'pending_balance',
  'pending_payment',
  'pending',
  'requires_action',
  // Sent back after ten seconds, or after two days.
  'fail_later',
  'bounce',
  // The charge vanishes instead.
  'reversal',
  // The money moved, and no answer comes: late and broken off, never, or the connection is reset.
  'timeout',
  'hang',
  'reset',
  // The answer of the key is a 500 for as long as the key is kept; "before": although nothing was done.
  'error500_before',
  'error500',
  // For some seconds the key is in use, or there are too many requests.
  'in_use',
  'rate_limited',
  'refused',
  'disputed',
  'already_refunded',
] as const;
export type Behaviour = (typeof BEHAVIOURS)[number] | 'ok';

export function behaviourOf(paymentRef: string): Behaviour {
  return BEHAVIOURS.find((name) => paymentRef.startsWith(`pretend_${name}`)) ?? 'ok';
}

/** How long a refund is on its way; short enough to watch, long enough to be seen. */
const PENDING_FOR: Partial<Record<Behaviour, number>> = {
  ok: 3 * SECOND,
  pending: 60 * SECOND,
  pending_balance: 60 * SECOND,
  pending_payment: 60 * SECOND,
  requires_action: 60 * SECOND,
};
const WAITS_FOR: Partial<Record<Behaviour, WaitsFor>> = {
  pending_balance: 'balance',
  pending_payment: 'payment',
  requires_action: 'buyer',
};
/** After this a refund comes back, as one to a closed card does days later. */
const FAILS_AFTER: Partial<Record<Behaviour, number>> = { fail_later: 10 * SECOND, bounce: 2 * DAY };
/** The number for the bank comes after the success, as a card's does. */
const TRACED_AFTER = 30 * SECOND;

export type Progress = {
  state: ProviderRefundState;
  waitsFor: WaitsFor | null;
  isTraced: boolean;
  isReversal: boolean;
};

/** Where a refund is at an age in milliseconds; it follows from the age alone, so nothing has to run for it. */
export function progressAt(behaviour: Behaviour, age: number): Progress {
  const state = stateAt(behaviour, age);
  return {
    state,
    waitsFor: state === 'pending' ? (WAITS_FOR[behaviour] ?? null) : null,
    isTraced: state === 'succeeded' && behaviour !== 'reversal' && age >= TRACED_AFTER,
    isReversal: behaviour === 'reversal',
  };
}

function stateAt(behaviour: Behaviour, age: number): ProviderRefundState {
  if (age >= (FAILS_AFTER[behaviour] ?? Number.POSITIVE_INFINITY)) return 'failed';
  return age < (PENDING_FOR[behaviour] ?? 0) ? 'pending' : 'succeeded';
}
