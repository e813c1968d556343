'use server';

import { noteOutcome } from '@/app/(site)/_parts/note-outcome';
import { rateArticle } from '@/lib/faq/rate-article';
import { articleWords, RateArticle, ratingWords } from '@/lib/faq/schema';
import { publicAction } from '@/lib/web/action';
import { visitorKey } from '@/lib/web/visitor';

export const rateArticleAction = publicAction({
  schema: RateArticle,
  limit: 'feedback',
  run: async ({ id, helpful }, actor) =>
    rateArticle(id, helpful === 'yes', actor ? `person-${actor.id}` : await visitorKey()),
  words: { 'not-found': articleWords['not-found'] },
  after: async ({ helpful }, { id }) => {
    await noteOutcome({ step: helpful ? 'solved' : 'not-solved', article: id });
    return { message: helpful ? ratingWords.yes : ratingWords.no };
  },
});
