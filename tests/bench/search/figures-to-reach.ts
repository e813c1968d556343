import { tunedBm25 } from './engines/bm25';
import { flexSearchTuned } from './engines/flexsearch';
import { miniSearchFuzzy } from './engines/minisearch';
import { ours } from './engines/ours';
import type { Quality } from './measure-quality';
import type { Scale } from './measure-scale';
import type { Speed } from './measure-speed';

/** What was measured in this run; a part that was not asked for is missing. */
export type Measured = {
  qualities: readonly Quality[];
  speeds: readonly Speed[];
  /** Documents of the set that speed was measured on. */
  speedDocuments: number;
  scale: Scale | null;
};

/** A target, and what was measured: `isMet` is null when this run cannot say. */
export type Figure = { target: string; measured: string; isMet: boolean | null };

/** Targets for a large site say nothing over a small set. */
const LARGE = 9_000;
const VERY_LARGE = 100_000;

export function figuresToReach(run: Measured): Figure[] {
  return [...qualityFigures(run.qualities), ...speedFigures(run), ...scaleFigures(run.scale)];
}

function qualityFigures(qualities: readonly Quality[]): Figure[] {
  const of = (name: string) => qualities.find((quality) => quality.engine === name);
  const [us, bm25, flex] = [of(ours.name), of(tunedBm25.name), of(flexSearchTuned.name)];
  return [
    atLeast('nDCG@10 mean ÷ BM25 tuned', 1.06, ratio(us?.ndcg, bm25?.ndcg)),
    atLeast('nDCG@10 mean ÷ FlexSearch tuned', 1.2, ratio(us?.ndcg, flex?.ndcg)),
    atLeast('nDCG@10 with typos ÷ untouched', 0.97, ratio(us?.typoNdcg, us?.ndcg)),
    atLeast('R@10 of known items ÷ BM25 tuned', 1.1, ratio(us?.knownItemRecall, bm25?.knownItemRecall)),
  ];
}

function speedFigures({ speeds, speedDocuments }: Measured): Figure[] {
  const of = (name: string) => speeds.find((speed) => speed.engine === name);
  const us = speedDocuments >= LARGE ? of(ours.name) : undefined;
  return [
    atMost(
      'query p50 ÷ MiniSearch tuned+fuzzy, 10,000 threads',
      3,
      ratio(us?.p50, of(miniSearchFuzzy.name)?.p50),
    ),
    atMost('query p95, 10,000 threads, ms', 15, us?.p95),
  ];
}

function scaleFigures(measured: Scale | null): Figure[] {
  const scale = measured && measured.documents >= VERY_LARGE ? measured : null;
  const searchable = 'searchable after start from the saved index, 100,000 documents, s';
  return [
    atMost('query p95, 100,000 documents, ms', 40, scale?.times.p95),
    scale && scale.searchableMs === null
      ? { target: `${searchable} ≤ 3`, measured: 'no index is saved', isMet: false }
      : atMost(searchable, 3, scale?.searchableMs == null ? undefined : scale.searchableMs / 1000),
    atMost('memory ÷ indexed text, 100,000 documents', 2.5, ratio(scale?.memoryBytes, scale?.textBytes)),
  ];
}

function ratio(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one / other;
}

function atLeast(name: string, bound: number, value: number | undefined): Figure {
  return figure(`${name} ≥ ${bound.toFixed(2)}`, value, (known) => known >= bound);
}

function atMost(name: string, bound: number, value: number | undefined): Figure {
  return figure(`${name} ≤ ${bound}`, value, (known) => known <= bound);
}

function figure(target: string, value: number | undefined, holds: (value: number) => boolean): Figure {
  if (value === undefined || Number.isNaN(value)) return { target, measured: '–', isMet: null };
  return { target, measured: value.toFixed(value < 10 ? 3 : 1), isMet: holds(value) };
}
