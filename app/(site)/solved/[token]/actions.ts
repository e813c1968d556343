'use server';

import { answerWhetherSolved } from '@/lib/forum/solutions/answer-whether-solved';
import { AnswerWhetherSolved, whetherWords } from '@/lib/forum/solutions/schema';
import { publicAction } from '@/lib/web/action';

export const answerWhetherSolvedAction = publicAction({
  schema: AnswerWhetherSolved,
  limit: 'feedback',
  run: answerWhetherSolved,
  words: whetherWords,
  status: { gone: 410 },
  after: (_answered, { token }) => ({ redirect: `/solved/${token}?thanks=1` }),
});
