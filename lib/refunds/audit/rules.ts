import { DAY } from '@/lib/clock';
import type { ProviderRefund, ProviderRefundState } from '@/lib/refunds/providers/provider';
import type { RefundState } from '@/lib/refunds/schema';

/** The nightly comparison looks back this far, so that a night that failed is made up for. */
export const AUDIT_LOOKS_BACK = 3 * DAY;

export type OurRefund = {
  id: string;
  providerRefundId: string | null;
  amountMinor: number;
  currency: string;
  state: RefundState;
};

export type DifferenceKind = 'missing-here' | 'missing-there' | 'amount' | 'state' | 'twice';
export type Difference = {
  kind: DifferenceKind;
  refundId: string | null;
  providerRefundId: string | null;
  /** Facts of both sides, for whoever looks: "€24.00 here, €20.00 there" without words around it. */
  ours: string;
  theirs: string;
};

/** Both sides of the books, compared. A refund is found by the provider's number, else by ours in its metadata.
 * @param ours refunds of the time whose money should have been asked for, and every other one that theirs name
 * @param theirs what the provider has of the time, of payments that belong to our orders */
export function compareBooks(
  ours: readonly OurRefund[],
  theirs: readonly ProviderRefund[],
  isExpectedThere: (refund: OurRefund) => boolean,
): Difference[] {
  const differences: Difference[] = [];
  const seen = new Map<string, ProviderRefund>();
  for (const found of theirs) {
    const own = ours.find(
      ({ id, providerRefundId }) => providerRefundId === found.id || id === found.refundId,
    );
    const said = `${found.amountMinor} ${found.currency} ${found.state}`;
    if (!own) {
      differences.push({
        kind: 'missing-here',
        refundId: null,
        providerRefundId: found.id,
        ours: '',
        theirs: said,
      });
      continue;
    }
    const facts = {
      refundId: own.id,
      providerRefundId: found.id,
      ours: `${own.amountMinor} ${own.currency} ${own.state}`,
      theirs: said,
    };
    const first = seen.get(own.id);
    if (first && first.id !== found.id) differences.push({ kind: 'twice', ...facts });
    seen.set(own.id, found);
    if (own.amountMinor !== found.amountMinor || own.currency !== found.currency) {
      differences.push({ kind: 'amount', ...facts });
    } else if (!agree(own.state, found.state)) differences.push({ kind: 'state', ...facts });
  }
  for (const own of ours) {
    if (seen.has(own.id) || !isExpectedThere(own)) continue;
    const { id, providerRefundId, amountMinor, currency, state } = own;
    const said = `${amountMinor} ${currency} ${state}`;
    differences.push({ kind: 'missing-there', refundId: id, providerRefundId, ours: said, theirs: '' });
  }
  return differences;
}

/** Whether the money of a refund went or is going. */
export function stands({ state }: { state: RefundState | ProviderRefundState }): boolean {
  return state === 'pending' || state === 'succeeded';
}

/** How many refunds each side has that stand. What came to nothing is compared, too,
 * but nobody counts it: the two numbers are the same where nothing differs.
 * @param ours as in `compareBooks`
 * @param expected ids of those that should be in theirs; others count where theirs name them already */
export function countStanding(
  ours: readonly OurRefund[],
  theirs: readonly ProviderRefund[],
  expected: ReadonlySet<string>,
): { ours: number; theirs: number } {
  const named = new Set(theirs.flatMap(({ id, refundId }) => (refundId ? [id, refundId] : [id])));
  const isNamed = (own: OurRefund) => named.has(own.id) || named.has(own.providerRefundId ?? '');
  return {
    ours: ours.filter((own) => stands(own) && (expected.has(own.id) || isNamed(own))).length,
    theirs: theirs.filter(stands).length,
  };
}

/** Whether the two sides say the same of a refund. One that we have not heard the end of agrees with everything that is not an
 * end: the look that is planned brings the news. */
function agree(ours: RefundState, theirs: ProviderRefundState): boolean {
  if (ours === theirs) return true;
  return ours === 'unknown' || ours === 'submitting' || ours === 'requested';
}

/** One comparison in one line: "47 refunds, 47 at stripe, 0 differences". */
export function auditLine(audit: {
  provider: string;
  ours: number;
  theirs: number;
  differences: number;
  trouble: string;
}): string {
  if (audit.trouble) return `${audit.provider} could not be asked: ${audit.trouble}`;
  const count = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`;
  return `${count(audit.ours, 'refund')}, ${audit.theirs} at ${audit.provider}, ${count(audit.differences, 'difference')}`;
}
