import { calendarDay, DAY, later } from '@/lib/clock';
import { BLOCKS_MAX } from '@/lib/digests/schema';

/** A draft made without a digest before it looks back one day (defaults). */
export const WINDOW_DEFAULT = DAY;
/** After a longer absence the digest tells two weeks; what is older is history, not news. */
export const WINDOW_MAX = 14 * DAY;
/** Who comes from another place may bring the digests of a year along; of earlier days nobody here can tell anything. */
const BEFORE_THE_SHOP = 366 * DAY;
/** Two titles in the same tag are one problem above this share of common trigrams (the value PostgreSQL's pg_trgm uses). */
export const SAME_PROBLEM_FROM = 0.3;

/** The first day that can have a digest: a year before the shop began or, with threads from elsewhere, before its oldest
 * thread.
 * @param beginnings the owner's account and the oldest thread, null where there is none */
export function firstDay(beginnings: readonly (Date | null)[], now: Date, timeZone: string): string {
  const began = Math.min(...beginnings.map((at) => (at ?? now).getTime()));
  return calendarDay(later(new Date(began), -BEFORE_THE_SHOP), timeZone);
}

/** What the ranking needs to know of a thread. */
export type DigestThread = {
  /** Of this thread or, when somebody marked it as a duplicate, of the one it leads to: links never make chains. */
  problemId: string;
  title: string;
  href: string;
  /** Person ids; the asker may be among those who said "me too" elsewhere. */
  askerId: string;
  meTooIds: readonly string[];
  /** Slugs. */
  tags: readonly string[];
  replyCount: number;
  createdAt: Date;
  lastActivityAt: Date;
  /** The published article that this thread was promoted to. */
  article: { title: string; href: string } | null;
  answer: QuotedAnswer | null;
};

/** First lines of the accepted answer as plain text, and the permanent link of the reply they come from. */
export type QuotedAnswer = { words: string; href: string };

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** "Saturday 21 November 2026" for 2026-11-21. */
export function dayWords(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  return `${WEEKDAYS[day.getUTCDay()]} ${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
}

/** The moment of a save, always after the one before, so that an edit can be told within a millisecond. */
export function momentOfSave(now: Date, before: Date): Date {
  return new Date(Math.max(now.getTime(), before.getTime() + 1));
}

export type ProblemState = 'solved' | 'answered' | 'open';

/** One problem of the digest: a thread with its duplicates. */
export type DigestBlock = {
  state: ProblemState;
  title: string;
  href: string;
  people: number;
  answer: QuotedAnswer | null;
  article: { title: string; href: string } | null;
  alsoAsked: { title: string; href: string }[];
};

const STATE_ORDER: Record<ProblemState, number> = { solved: 0, answered: 1, open: 2 };

/** What a digest of `now` looks back on: since the end of the last published one, a day without one.
 * @param lastEnd the end of the last published digest's window */
export function digestWindow(lastEnd: Date | null, now: Date): { start: Date; end: Date } {
  const earliest = later(now, -WINDOW_MAX);
  if (lastEnd === null || lastEnd >= now) return { start: later(now, -WINDOW_DEFAULT), end: now };
  return { start: lastEnd > earliest ? lastEnd : earliest, end: now };
}

/** The first moment of a calendar day (yyyy-mm-dd) in an IANA time zone, and that of the day after; 23 to 25 hours apart. */
export function dayWindow(date: string, timeZone: string): { start: Date; end: Date } {
  const next = later(new Date(`${date}T00:00:00Z`), DAY)
    .toISOString()
    .slice(0, 10);
  return { start: firstMoment(date, timeZone), end: firstMoment(next, timeZone) };
}

/** Half of all moments within ±15 hours of UTC's midnight belong to the day: the border is found by halving. */
function firstMoment(date: string, timeZone: string): Date {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  let before = midnight - 0.75 * DAY;
  let inside = midnight + 0.75 * DAY;
  while (inside - before > 1) {
    const middle = Math.floor((before + inside) / 2);
    if (calendarDay(new Date(middle), timeZone) >= date) inside = middle;
    else before = middle;
  }
  return new Date(inside);
}

/** The problems of a digest: duplicates, marked or alike, as one, the most shared kept when there are too many, solved ones first. */
export function rankForDigest(threads: readonly DigestThread[]): DigestBlock[] {
  return groupProblems(threads)
    .map((group) => ({ block: blockOf(group), latest: latestOf(group) }))
    .sort((a, b) => b.block.people - a.block.people || b.latest - a.latest)
    .slice(0, BLOCKS_MAX)
    .sort((a, b) => STATE_ORDER[a.block.state] - STATE_ORDER[b.block.state])
    .map(({ block }) => block);
}

/** What people marked as the same problem stays together. Beyond that the oldest thread of a problem leads it, and others join the
 * first leader they resemble, so groups do not drift. */
function groupProblems(threads: readonly DigestThread[]): DigestThread[][] {
  const groups: { leader: DigestThread; members: DigestThread[] }[] = [];
  for (const marked of markedAsOne(threads)) {
    const group = groups.find(({ leader, members }) =>
      marked.some((thread) => isSameProblem(leader, members, thread)),
    );
    const [leader] = marked;
    if (group) group.members.push(...marked);
    else if (leader) groups.push({ leader, members: marked });
  }
  return groups.map((group) => group.members);
}

/** The threads, each with the others of its problem as far as somebody said so; the oldest first within and among them. */
function markedAsOne(threads: readonly DigestThread[]): DigestThread[][] {
  const oldestFirst = [...threads].sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  const byProblem = new Map<string, DigestThread[]>();
  for (const thread of oldestFirst) {
    byProblem.set(thread.problemId, [...(byProblem.get(thread.problemId) ?? []), thread]);
  }
  return [...byProblem.values()];
}

function isSameProblem(leader: DigestThread, members: DigestThread[], thread: DigestThread): boolean {
  if (thread.article && members.some((one) => one.article?.href === thread.article?.href)) return true;
  const sharesTag = leader.tags.some((tag) => thread.tags.includes(tag));
  return sharesTag && similarity(leader.title, thread.title) > SAME_PROBLEM_FROM;
}

/** The thread that tells the problem best: a solved one, then the one most people have. */
function blockOf(group: DigestThread[]): DigestBlock {
  const best = [...group].sort(
    (a, b) => Number(b.answer !== null) - Number(a.answer !== null) || b.meTooIds.length - a.meTooIds.length,
  )[0];
  if (!best) throw new Error('A group of threads has at least one.');
  const people = new Set(group.flatMap((thread) => [thread.askerId, ...thread.meTooIds]));
  return {
    state: stateOf(group),
    title: best.title,
    href: best.href,
    people: people.size,
    answer: best.answer,
    article: group.find((thread) => thread.article)?.article ?? null,
    alsoAsked: group.filter((thread) => thread !== best).map(({ title, href }) => ({ title, href })),
  };
}

function stateOf(group: DigestThread[]): ProblemState {
  if (group.some((thread) => thread.answer !== null || thread.article)) return 'solved';
  return group.some((thread) => thread.replyCount > 0) ? 'answered' : 'open';
}

function latestOf(group: DigestThread[]): number {
  return Math.max(...group.map((thread) => thread.lastActivityAt.getTime()));
}

/** The share of trigrams two texts have in common, 0 to 1; words are padded, case and signs do not count. */
export function similarity(a: string, b: string): number {
  const left = trigrams(a);
  const right = trigrams(b);
  if (left.size === 0 || right.size === 0) return 0;
  let common = 0;
  for (const gram of left) if (right.has(gram)) common += 1;
  return common / (left.size + right.size - common);
}

function trigrams(text: string): Set<string> {
  const grams = new Set<string>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at += 1) grams.add(padded.slice(at, at + 3));
  }
  return grams;
}
