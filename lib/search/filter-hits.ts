import type { ResultState, SearchFilters, SearchKind, SearchType } from '@/lib/search/schema';

type Named = { slug: string; name: string };

/** What filtering, counting and folding ask of a hit. */
export type Filterable = {
  kind: SearchKind;
  id: string;
  category: Named;
  /** None for an article. */
  tags: readonly Named[];
  /** Null for an article. */
  state: 'solved' | 'unsolved' | 'unanswered' | null;
  /** Of a thread: the article that was made of it. */
  articleId: string | null;
  /** Of a thread: the one about the same problem, where to read on. */
  duplicateOf: string | null;
};

/** A hit as the list shows it: an article or thread with the threads that it stands for. */
export type Folded<Hit> = { hit: Hit; threads: Hit[] };

/** One value of a filter and how many results choosing it would show. */
export type Choice = Named & { count: number };

export type Choices = {
  types: Record<SearchType, number>;
  states: Record<ResultState, number>;
  categories: Choice[];
  tags: Choice[];
};

const KIND_OF: Record<SearchType, SearchKind | null> = { all: null, faq: 'article', thread: 'thread' };

/** The hits that filters leave, in their order, with folded threads. */
export function filterHits<Hit extends Filterable>(
  hits: readonly Hit[],
  filters: SearchFilters,
): Folded<Hit>[] {
  const kind = KIND_OF[filters.type];
  const left = hits.filter(
    (hit) =>
      (kind === null || hit.kind === kind) &&
      (filters.category === null || hit.category.slug === filters.category) &&
      (filters.tag === null || hit.tags.some((tag) => tag.slug === filters.tag)) &&
      (filters.state === null || isIn(hit, filters.state)),
  );
  return foldThreads(left);
}

/** An article made of a thread stands for it, and a thread for its duplicates: where both are found, the other is no result of
 * its own. What stands takes the better place of the two. */
export function foldThreads<Hit extends Filterable>(hits: readonly Hit[]): Folded<Hit>[] {
  const found = new Map(hits.map((hit) => [hit.id, hit]));
  const groups = new Map<string, Folded<Hit>>();
  for (const hit of hits) {
    const target = found.get(hit.duplicateOf ?? '') ?? hit;
    const head = found.get(target.articleId ?? '') ?? target;
    const group = groups.get(head.id) ?? { hit: head, threads: [] };
    groups.set(head.id, group);
    if (head !== hit) group.threads.push(hit);
  }
  return [...groups.values()];
}

/** Nobody reads more values of one filter; the others are a word in the search away. */
const VALUES_SHOWN = 12;

/** What each filter offers, with how many results one would see after choosing it beside the filters that are set. A
 * value that is set is among them, also when it leaves nothing. */
export function choicesOf(hits: readonly Filterable[], filters: SearchFilters): Choices {
  const count = (change: Partial<SearchFilters>) => filterHits(hits, { ...filters, ...change }).length;
  const choices = (key: 'category' | 'tag', named: readonly Named[]): Choice[] =>
    mostUsed(named)
      .map((one) => ({ ...one, count: count({ [key]: one.slug }) }))
      .filter((choice) => choice.count > 0 || choice.slug === filters[key])
      .slice(0, VALUES_SHOWN);
  return {
    types: { all: count({ type: 'all' }), faq: count({ type: 'faq' }), thread: count({ type: 'thread' }) },
    states: {
      unsolved: count({ state: 'unsolved' }),
      solved: count({ state: 'solved' }),
      unanswered: count({ state: 'unanswered' }),
    },
    categories: choices(
      'category',
      hits.map((hit) => hit.category),
    ),
    tags: choices(
      'tag',
      hits.flatMap((hit) => hit.tags),
    ),
  };
}

/** Each name once, the most frequent first. */
function mostUsed(named: readonly Named[]): Named[] {
  const uses = new Map<string, { one: Named; uses: number }>();
  for (const one of named) uses.set(one.slug, { one, uses: (uses.get(one.slug)?.uses ?? 0) + 1 });
  return [...uses.values()]
    .sort((a, b) => b.uses - a.uses || (a.one.name < b.one.name ? -1 : 1))
    .map(({ one }) => one);
}

function isIn(hit: Filterable, state: ResultState): boolean {
  if (state === 'unsolved') return hit.state === 'unsolved' || hit.state === 'unanswered';
  return hit.state === state;
}
