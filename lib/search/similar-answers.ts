import type { Actor } from '@/lib/accounts/schema';
import { MINUTE, now } from '@/lib/clock';
import { articleCards } from '@/lib/faq/queries';
import { articleTitles } from '@/lib/faq/search-queries';
import { threadCards } from '@/lib/forum/queries';
import { answersOfThreads, threadTitles } from '@/lib/forum/search-queries';
import { cutAtWord, plainText } from '@/lib/markdown';
import { productsOf } from '@/lib/refunds/orders/queries';
import { foldThreads } from '@/lib/search/filter-hits';
import { type FoundHit, rankHits, reachHits } from '@/lib/search/find-hits';
import type { Hit } from '@/lib/search/rank-documents';
import { readQuery, type SearchKind, SUGGESTED_TEXT_MAX } from '@/lib/search/schema';
import { cleanLine } from '@/lib/text';

/** Something like what is being asked. */
export type SimilarAnswer = {
  kind: SearchKind;
  id: string;
  title: string;
  url: string;
  /** The first lines of the article or of the accepted reply; of the question while nothing is accepted. */
  snippet: string;
  /** Of a thread; null for an article. */
  state: FoundHit['state'];
};

/** Something to read next: named, not quoted. */
export type Related = Omit<SimilarAnswer, 'snippet'>;

/** What is asked, or what stands there: `body` is Markdown as written. */
type Asked = { title: string; body: string };

/** More boxes are dismissed unread (defaults). */
const SHOWN = 3;
/** Three to five related things are looked at. */
const RELATED_SHOWN = 4;
/** The beginning of a text says what it is about; the rest is its story (defaults). */
const READ_OF_BODY = 300;
/** Candidates of each of the two readings; the best three are well within. */
const CANDIDATES = 20;
/** A title is the question in its asker's own summary, and counts more than the beginning of the story. */
const TITLE_SHARE = 0.7;
/** While asking, what is so far behind the likeliest shares a common word with the question, not its matter. */
const SIMILAR_FROM = 0.2;
/** … and what has less of the question than this in one sentence is about something else. */
const SHARE_FROM = 0.3;
/** How like the thing itself something is: below this it shares a word or two and is not worth a link. */
const RELATED_FROM = 0.12;
/** From here on most of the title is the same, in other words or another order. */
const DUPLICATE_FROM = 0.4;

/** Up to three answers that may save a question: articles, solved and open threads, the likeliest first. */
export async function similarAnswers(
  asked: Asked,
  actor: Actor | null,
  { most = SHOWN, kind, vague }: { most?: number; kind?: SearchKind; vague?: boolean } = {},
): Promise<SimilarAnswer[]> {
  const ranked = await rankAlike(asked, { kind, vague, own: await productsOf(actor) });
  const floor = SIMILAR_FROM * (ranked[0]?.score ?? 0);
  const hits = await reachHits(
    ranked.filter((hit) => hit.score >= floor && (vague || hit.share >= SHARE_FROM)),
    actor,
  );
  return toAnswers(
    foldThreads(hits).map(({ hit }) => hit),
    most,
    actor,
  );
}

/** What to read beside an article or thread: never itself, nor the article or thread it belongs with. */
export async function relatedTo(
  subject: Asked & { kind: SearchKind; id: string },
  actor: Actor | null,
): Promise<Related[]> {
  const { others } = await alike(subject, RELATED_FROM, actor);
  return toRelated(others, RELATED_SHOWN);
}

/** Threads that ask nearly the same as this one; for those who may close or answer the second. */
export async function possibleDuplicates(
  thread: Asked & { id: string },
  actor: Actor | null,
): Promise<Related[]> {
  const { self, others } = await alike({ ...thread, kind: 'thread' }, DUPLICATE_FROM, actor, 'thread');
  // Without the thread itself in the index there is nothing to measure likeness by.
  return self ? toRelated(others, SHOWN) : [];
}

/** What is like a thing changes slowly, and every view of it asks: a ranking serves so long, and for so many things. What
 * may be seen of it is asked each time. */
const KEPT_FOR = 10 * MINUTE;
const KEPT_MOST = 500;
const kept = new Map<string, { at: number; ranked: Hit[] }>();

async function rankOthers(
  subject: Asked & { kind: SearchKind; id: string },
  kind: SearchKind | undefined,
): Promise<Hit[]> {
  const key = `${kind}:${subject.kind}:${subject.id}:${subject.title}:${subject.body.slice(0, 2 * READ_OF_BODY)}`;
  const at = now().getTime();
  const known = kept.get(key);
  if (known && at - known.at < KEPT_FOR) return known.ranked;
  const ranked = await rankAlike(subject, { kind });
  kept.delete(key);
  // What is not in the index yet cannot be compared, and will be in a moment.
  if (ranked.some((hit) => hit.subjectId === subject.id)) kept.set(key, { at, ranked });
  const [oldest] = kept.keys();
  if (kept.size > KEPT_MOST && oldest !== undefined) kept.delete(oldest);
  return ranked;
}

/** The likeness of others is measured by that of the thing to itself, which is found first. */
async function alike(
  subject: Asked & { kind: SearchKind; id: string },
  from: number,
  actor: Actor | null,
  kind?: SearchKind,
): Promise<{ self: FoundHit | undefined; others: FoundHit[] }> {
  const hits = await reachHits(await rankOthers(subject, kind), actor);
  const self = hits.find((hit) => hit.id === subject.id && hit.kind === subject.kind);
  const others = hits.filter(
    (hit) =>
      hit !== self &&
      hit.score >= from &&
      hit.articleId !== subject.id &&
      !(hit.kind === 'article' && hit.id === self?.articleId),
  );
  return { self, others: foldThreads(others).map(({ hit }) => hit) };
}

/** One ranking of two readings: each is brought to 1 for its best, and the title's has the larger share. */
async function rankAlike(
  { title, body }: Asked,
  options: { kind?: SearchKind; vague?: boolean; own?: readonly string[] },
): Promise<Hit[]> {
  const begin = cleanLine(plainText(body.slice(0, 2 * READ_OF_BODY), READ_OF_BODY));
  const wanted = { ...options, most: CANDIDATES };
  const byTitle = await rankHits(readQuery(title), wanted);
  const byBody = await rankHits(begin, wanted);
  const readings = [
    { ranked: byTitle.ranked, share: TITLE_SHARE },
    { ranked: byBody.ranked, share: 1 - TITLE_SHARE },
  ];
  const byId = new Map<string, Hit>();
  for (const { ranked, share: weight } of readings) {
    const best = ranked[0]?.score ?? 1;
    for (const hit of ranked) {
      const points = (weight * hit.score) / best;
      const known = byId.get(hit.subjectId);
      const share = Math.max(known?.share ?? 0, hit.share);
      byId.set(hit.subjectId, { ...hit, share, score: (known?.score ?? 0) + points });
    }
  }
  return [...byId.values()].sort((a, b) => b.score - a.score);
}

async function toRelated(hits: readonly FoundHit[], most: number): Promise<Related[]> {
  const shown = hits.slice(0, most);
  const idsOf = (kind: SearchKind) => shown.filter((hit) => hit.kind === kind).map((hit) => hit.id);
  const titles = await Promise.all([articleTitles(idsOf('article')), threadTitles(idsOf('thread'))]);
  const byId = new Map(titles.flat().map((title) => [title.id, title]));
  return shown.flatMap(({ kind, id, state }): Related[] => {
    const known = byId.get(id);
    return known ? [{ kind, id, title: known.title, url: known.href, state }] : [];
  });
}

async function toAnswers(
  hits: readonly FoundHit[],
  most: number,
  actor: Actor | null,
): Promise<SimilarAnswer[]> {
  const shown = hits.slice(0, most);
  const idsOf = (kind: SearchKind) => shown.filter((hit) => hit.kind === kind).map((hit) => hit.id);
  const threadIds = idsOf('thread');
  const [articles, threads, answers] = await Promise.all([
    articleCards(idsOf('article')),
    threadCards(threadIds, actor),
    answersOfThreads(threadIds),
  ]);
  const cards = new Map(
    [...articles, ...threads.filter((card) => !card.isHidden)].map((card) => [card.id, card]),
  );
  return shown.flatMap(({ kind, id, state }): SimilarAnswer[] => {
    const card = cards.get(id);
    if (!card) return [];
    const snippet = cutAtWord(answers.get(id) ?? card.excerpt, SUGGESTED_TEXT_MAX);
    return [{ kind, id, title: card.title, url: card.href, snippet, state }];
  });
}
