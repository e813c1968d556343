/** What is right for one query: document ids with how right they are (above 0). */
export type Relevant = ReadonlyMap<string, number>;

/** Normalised discounted cumulative gain: 1 when the most relevant documents stand first, 0 when none is among the first
 * `depth`. A document named twice counts once. */
export function ndcg(found: readonly string[], relevant: Relevant, depth: number): number {
  const best = [...relevant.values()].sort((a, b) => b - a).slice(0, depth);
  const ideal = discounted(best);
  const gains = distinct(found, depth).map((id) => relevant.get(id) ?? 0);
  return ideal === 0 ? 0 : discounted(gains) / ideal;
}

/** The share of the relevant documents that are among the first `depth`. */
export function recall(found: readonly string[], relevant: Relevant, depth: number): number {
  const hits = distinct(found, depth).filter((id) => (relevant.get(id) ?? 0) > 0).length;
  const wanted = [...relevant.values()].filter((gain) => gain > 0).length;
  return wanted === 0 ? 0 : hits / wanted;
}

/** The unweighted mean; of nothing, not a number. */
export function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function discounted(gains: readonly number[]): number {
  return gains.reduce((sum, gain, place) => sum + gain / Math.log2(place + 2), 0);
}

function distinct(found: readonly string[], depth: number): string[] {
  return [...new Set(found)].slice(0, depth);
}
