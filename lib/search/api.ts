import { z } from 'zod';
import { config } from '@/lib/config';
import { joinPieces } from '@/lib/search/mark-matches';
import { RESULTS_MAX, SearchType } from '@/lib/search/schema';
import { searchTop } from '@/lib/search/search';
import { NoInput, NoParams } from '@/lib/web/api-shapes';
import { endpoint } from '@/lib/web/endpoint';

const SearchQuery = z.object({
  q: z.string().default('').describe('The first 200 characters are used'),
  type: SearchType.default('all'),
  limit: z.coerce.number().int().min(1).max(RESULTS_MAX).default(20),
});

const ResultShape = z.object({
  type: z.enum(['faq', 'thread']),
  id: z.string(),
  title: z.string(),
  url: z.string(),
  snippet: z.string(),
  score: z.number(),
});

export const searchEndpoint = endpoint({
  method: 'GET',
  path: '/search',
  summary: 'Articles and threads that answer a question, the best first',
  scope: 'public',
  params: NoParams,
  query: SearchQuery,
  input: NoInput,
  output: z.object({ results: z.array(ResultShape), tookMs: z.number() }),
  run: async ({ query, actor }) => {
    const begun = performance.now();
    const found = await searchTop(query.q, query, actor);
    const results = found.map((card) => ({
      type: card.kind === 'article' ? ('faq' as const) : card.kind,
      id: card.id,
      title: joinPieces(card.title),
      url: config().siteUrl + card.href,
      snippet: joinPieces(card.snippet),
      score: card.score,
    }));
    return { status: 200, body: { results, tookMs: Math.round((performance.now() - begun) * 10) / 10 } };
  },
});
