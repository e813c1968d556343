import { z } from 'zod';
import type { Actor } from '@/lib/accounts/schema';
import { acceptedAnswer, refusal, replyAnswer } from '@/lib/forum/api-answers';
import { AcceptedShape, ReplyShape, ReportShape } from '@/lib/forum/api-shapes';
import { reopenThread } from '@/lib/forum/solutions/reopen-thread';
import { reportAnswer } from '@/lib/forum/solutions/report-answer';
import { reviewAnswer } from '@/lib/forum/solutions/review-answer';
import { ReviewAnswer, reopenWords, reportWords, reviewWords } from '@/lib/forum/solutions/schema';
import { IdParams, NoInput, NoQuery } from '@/lib/web/api-shapes';
import { endpoint, personOf } from '@/lib/web/endpoint';

const onOne = { params: IdParams, query: NoQuery } as const;
const NoBody = z.strictObject({}).optional();

async function report(replyId: string, broken: boolean, actor: Actor | null) {
  const result = await reportAnswer({ replyId, broken }, personOf(actor));
  if (!result.ok) return refusal(result, reportWords);
  const { threadId, reported } = result;
  return { status: 200 as const, body: { replyId, threadId, reported } };
}

export const reportAnswerEndpoint = endpoint({
  ...onOne,
  method: 'POST',
  path: '/replies/{id}/report',
  summary: 'Say that an accepted answer no longer works, once per person',
  scope: 'write',
  input: NoBody,
  output: ReportShape,
  run: ({ params, actor }) => report(params.id, true, actor),
});

export const unreportAnswerEndpoint = endpoint({
  ...onOne,
  method: 'DELETE',
  path: '/replies/{id}/report',
  summary: 'Take "no longer works" back',
  scope: 'write',
  input: NoInput,
  output: ReportShape,
  run: ({ params, actor }) => report(params.id, false, actor),
});

export const reviewAnswerEndpoint = endpoint({
  ...onOne,
  method: 'POST',
  path: '/replies/{id}/review',
  summary: 'The word of the shop on an accepted answer: still true, which clears the reports, or outdated',
  scope: 'moderate',
  input: ReviewAnswer.omit({ replyId: true }),
  output: ReplyShape,
  run: async ({ params, input, actor }) => {
    const result = await reviewAnswer({ replyId: params.id, ...input }, personOf(actor));
    return result.ok ? replyAnswer(params.id, actor, 200) : refusal(result, reviewWords);
  },
});

export const reopenThreadEndpoint = endpoint({
  ...onOne,
  method: 'POST',
  path: '/threads/{id}/reopen',
  summary: 'Open a solved question again: takes every "this solved it" back',
  scope: 'write',
  input: NoBody,
  output: AcceptedShape,
  run: async ({ params, actor }) => {
    const result = await reopenThread({ threadId: params.id }, personOf(actor));
    return result.ok ? acceptedAnswer(params.id, actor) : refusal(result, reopenWords);
  },
});
