import { z } from 'zod';
import { config } from '@/lib/config';
import type { ResultCard } from '@/lib/search/make-result-cards';
import { joinPieces } from '@/lib/search/mark-matches';
import { RESULTS_MAX, ResultState, readFilters, SearchType } from '@/lib/search/schema';
import { searchTop } from '@/lib/search/search';
import { NoInput, NoParams } from '@/lib/web/api-shapes';
import { endpoint } from '@/lib/web/endpoint';

const Flag = z
  .enum(['true', 'false', '1', '0'])
  .default('false')
  .transform((text) => text === 'true' || text === '1');

const SearchQuery = z.object({
  q: z.string().default('').describe('The first 200 characters are used'),
  type: SearchType.default('all'),
  limit: z.coerce.number().int().min(1).max(RESULTS_MAX).default(20),
  category: z.string().optional().describe('Slug'),
  tag: z.string().optional().describe('Slug; threads alone have tags'),
  state: ResultState.optional().describe('Threads alone have a state; unanswered ones are unsolved, too'),
  exact: Flag.describe('Take every word as typed, forgiving no misspelling'),
  explain: Flag.describe('Say why each result ranks where it does; needs the scope admin'),
});

const ResultShape = z.object({
  type: z.enum(['faq', 'thread']),
  id: z.string(),
  title: z.string(),
  url: z.string(),
  snippet: z.string(),
  score: z.number(),
  category: z.string(),
  state: z.enum(['solved', 'unsolved', 'unanswered']).nullable(),
  helped: z.number().int(),
  alsoDiscussedIn: z.array(z.object({ id: z.string(), title: z.string(), url: z.string() })),
  parts: z.array(z.object({ name: z.string(), points: z.number() })).optional(),
});

export const searchEndpoint = endpoint({
  method: 'GET',
  path: '/search',
  summary: 'Articles and threads that answer a question, the best first',
  scope: 'public',
  params: NoParams,
  query: SearchQuery,
  input: NoInput,
  output: z.object({
    results: z.array(ResultShape),
    meant: z
      .string()
      .nullable()
      .describe('The query as it was understood, where that is not how it was typed'),
    tookMs: z.number(),
  }),
  run: async ({ query, actor, scopes }) => {
    if (query.explain && !scopes?.includes('admin')) {
      const detail =
        'Only the owner sees why a result ranks where it does: use a token with the scope "admin".';
      return { problem: 'not-allowed', status: 403, detail };
    }
    const begun = performance.now();
    const asked = { ...readFilters(query), limit: query.limit, correct: !query.exact };
    const { results: cards, meant } = await searchTop(query.q, asked, actor);
    const results = cards.map((card) => toResult(card, query.explain));
    const tookMs = Math.round((performance.now() - begun) * 10) / 10;
    return { status: 200, body: { results, meant, tookMs } };
  },
});

function toResult(card: ResultCard, explain: boolean): z.input<typeof ResultShape> {
  const { siteUrl } = config();
  return {
    type: card.kind === 'article' ? 'faq' : card.kind,
    id: card.id,
    title: joinPieces(card.title),
    url: siteUrl + card.href,
    snippet: joinPieces(card.snippet),
    score: card.score,
    category: card.category.slug,
    state: card.state,
    helped: card.helped,
    alsoDiscussedIn: card.discussedIn.map(({ id, title, href }) => ({ id, title, url: siteUrl + href })),
    ...(explain ? { parts: [...card.parts] } : {}),
  };
}
