import type { Actor } from '@/lib/accounts/schema';
import { articleCards } from '@/lib/faq/queries';
import { type ThreadCard, threadCards } from '@/lib/forum/queries';
import { helpedByThreads } from '@/lib/forum/search-queries';
import type { Folded } from '@/lib/search/filter-hits';
import type { FoundHit } from '@/lib/search/find-hits';
import { cutSnippet, type Marks, markMatches } from '@/lib/search/mark-matches';
import { snippetTexts } from '@/lib/search/queries';
import type { Piece, ScorePart, SearchKind } from '@/lib/search/schema';

/** A result as page and API show it. */
export type ResultCard = {
  kind: SearchKind;
  id: string;
  href: string;
  title: Piece[];
  snippet: Piece[];
  score: number;
  category: { slug: string; name: string };
  /** Of a thread; null for an article. */
  state: ThreadCard['state'] | null;
  /** Last change of an article, last activity of a thread. */
  at: Date;
  replyCount: number;
  /** People who said that this answer helped them. */
  helped: number;
  /** Threads that this result stands for and that match, too. */
  discussedIn: { id: string; href: string; title: string }[];
  /** Why it ranks here; for the owner's eyes. */
  parts: readonly ScorePart[];
};

/** The cards of one page of hits, in their order. What went away since it was found is left out. */
export async function makeResultCards(
  shown: readonly Folded<FoundHit>[],
  marks: Marks,
  actor: Actor | null,
): Promise<ResultCard[]> {
  const heads = shown.map(({ hit }) => hit);
  const idsOf = (hits: readonly FoundHit[], kind: SearchKind) =>
    hits.filter((hit) => hit.kind === kind).map((hit) => hit.id);
  const articleIds = idsOf(heads, 'article');
  const threadIds = idsOf(heads, 'thread');
  const folded = shown.flatMap(({ threads }) => idsOf(threads, 'thread'));
  const [articles, threads, articleTexts, threadTexts, helped] = await Promise.all([
    articleCards(articleIds),
    threadCards([...threadIds, ...folded], actor),
    snippetTexts('article', articleIds),
    snippetTexts('thread', threadIds),
    helpedByThreads(threadIds),
  ]);
  const articleById = new Map(articles.map((card) => [card.id, card]));
  const threadById = new Map(threads.filter((card) => !card.isHidden).map((card) => [card.id, card]));
  return shown.flatMap(({ hit, threads: standsFor }): ResultCard[] => {
    const common = { kind: hit.kind, score: Math.round(hit.score * 1000) / 1000, parts: hit.parts };
    const discussedIn = standsFor.flatMap(({ id }) => {
      const thread = threadById.get(id);
      return thread ? [{ id, href: thread.href, title: thread.title }] : [];
    });
    const article = hit.kind === 'article' ? articleById.get(hit.id) : undefined;
    if (article) {
      return [
        {
          ...common,
          ...pick(article),
          title: markMatches(article.title, marks),
          snippet: cutSnippet(articleTexts.get(article.id) ?? article.excerpt, marks),
          state: null,
          at: article.updatedAt,
          replyCount: 0,
          helped: article.helpedCount,
          discussedIn,
        },
      ];
    }
    const thread = hit.kind === 'thread' ? threadById.get(hit.id) : undefined;
    if (!thread) return [];
    return [
      {
        ...common,
        ...pick(thread),
        title: markMatches(thread.title, marks),
        snippet: cutSnippet(threadTexts.get(thread.id) ?? thread.excerpt, marks),
        state: thread.state,
        at: thread.lastActivityAt,
        replyCount: thread.replyCount,
        helped: helped.get(thread.id) ?? 0,
        discussedIn,
      },
    ];
  });
}

function pick({ id, href, category }: Pick<ResultCard, 'id' | 'href' | 'category'>) {
  return { id, href, category };
}
