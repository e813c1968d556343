import { classicBm25, tunedBm25 } from './bm25';
import type { Engine } from './engine';
import { flexSearchDefault, flexSearchSuggest, flexSearchTuned, flexSearchWholeText } from './flexsearch';
import { miniSearchDefault, miniSearchFuzzy, miniSearchTuned } from './minisearch';
import { ours } from './ours';
import { postgresql } from './postgresql';
import { sqliteFts5 } from './sqlite-fts5';

/** All engines in the order of the tables; ours is last, beside the one whose speed it is compared with. */
export const LINE_UP: readonly Engine[] = [
  postgresql,
  flexSearchDefault,
  flexSearchSuggest,
  flexSearchTuned,
  flexSearchWholeText,
  sqliteFts5,
  classicBm25,
  tunedBm25,
  miniSearchDefault,
  miniSearchTuned,
  miniSearchFuzzy,
  ours,
];
