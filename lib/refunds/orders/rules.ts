/** A number as people type it, for looking it up: '#tp 1040' finds 'TP-1040'. Empty when it has no letter or digit. */
export function orderNumberKey(number: string): string {
  return number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

export type Line = { name: string; quantity: number; unitMinor: number };
export type KnownLine = Line & {
  id: string;
  /** Pieces that refunds name. */
  refunded: number;
};
/** A line as it shall stand; without an id it is a new one. */
export type MergedLine = Line & { id: string | null };

/** The lines an order has after the shop sent them again: a line that is still there keeps its row, and one that a refund
 * names stays, with at least the pieces that were refunded, even where the shop took it away. A timeline that said "two
 * candles" keeps saying it.
 * @returns in order; rows of the known ones that are not among them may go */
export function mergeLines(known: readonly KnownLine[], sent: readonly Line[]): MergedLine[] {
  const free = [...known];
  const take = (line: Line): KnownLine | undefined => {
    const at = free.findIndex((one) => one.name === line.name && one.unitMinor === line.unitMinor);
    return at === -1 ? undefined : free.splice(at, 1)[0];
  };
  const merged = sent.map((line): MergedLine => {
    const row = take(line);
    return { ...line, quantity: Math.max(line.quantity, row?.refunded ?? 0), id: row?.id ?? null };
  });
  const named = free.filter((line) => line.refunded > 0);
  return [...merged, ...named.map(({ refunded, ...line }) => ({ ...line, quantity: refunded }))];
}

/** Whether the merged lines are the known ones, in their order. */
export function isSameLines(known: readonly KnownLine[], merged: readonly MergedLine[]): boolean {
  return (
    known.length === merged.length &&
    known.every((line, at) => line.id === merged[at]?.id && line.quantity === merged[at]?.quantity)
  );
}

export type PolicySnapshot = { windowDays: number; recordedAt: string };

/** The refund policy in force, as it is written beside an order that comes in. */
export function snapshotOf(windowDays: number, now: Date): string {
  return JSON.stringify({ windowDays, recordedAt: now.toISOString() } satisfies PolicySnapshot);
}

/** What was written then; null for orders that came before policies were kept. */
export function readSnapshot(text: string): PolicySnapshot | null {
  if (text === '') return null;
  const read: unknown = JSON.parse(text);
  if (typeof read !== 'object' || read === null) return null;
  const { windowDays, recordedAt } = read as Partial<PolicySnapshot>;
  return typeof windowDays === 'number' && typeof recordedAt === 'string' ? { windowDays, recordedAt } : null;
}

/** The window that counts for an order: the one that was in force when it came, or today's where that is kinder. What was
 * promised at the purchase is never taken back, and who shops before a better promise has it, too.
 * @param today days after payment; 0 = any time, as in the snapshot */
export function windowDaysOf(policySnapshot: string, today: number): number {
  const then = readSnapshot(policySnapshot)?.windowDays ?? today;
  return then === 0 || today === 0 ? 0 : Math.max(then, today);
}

type Told = { toldId: string | null; amountMinor: number };

/** Which of the told refunds are still missing from our rows, so that both sums are the same. Our own refunds are among what
 * a provider or shop tells, so it is the sum that decides; names only say which one it was.
 * @param knownIds of those written down before
 * @param heldMinor what our rows know of already, what has not been sent yet left out */
export function missingRefunds<Refund extends Told>(
  told: readonly Refund[],
  knownIds: ReadonlySet<string>,
  heldMinor: number,
): Refund[] {
  let missing = told.reduce((sum, refund) => sum + refund.amountMinor, 0) - heldMinor;
  const found: Refund[] = [];
  for (const refund of told) {
    if (missing <= 0) break;
    if (refund.toldId !== null && knownIds.has(refund.toldId)) continue;
    const amountMinor = Math.min(refund.amountMinor, missing);
    if (amountMinor > 0) found.push({ ...refund, amountMinor });
    missing -= amountMinor;
  }
  return found;
}
