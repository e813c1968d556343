import { z } from 'zod';
import type { Actor } from '@/lib/accounts/schema';
import { config } from '@/lib/config';
import { acceptedAnswer, refusal, replyAnswer, threadAnswer } from '@/lib/forum/api-answers';
import {
  AcceptedShape,
  cardBody,
  MeTooShape,
  ReplyShape,
  ThreadCardShape,
  ThreadShape,
  VoteShape,
  WithdrawnShape,
} from '@/lib/forum/api-shapes';
import { LIMITED } from '@/lib/forum/check-limits';
import { editReply } from '@/lib/forum/edit-reply';
import { editThread } from '@/lib/forum/edit-thread';
import { postReply } from '@/lib/forum/post-reply';
import { threadList } from '@/lib/forum/queries';
import { sayMeToo } from '@/lib/forum/say-me-too';
import {
  acceptWords,
  EditThread,
  editReplyWords,
  editThreadWords,
  meTooWords,
  PostReply,
  postReplyWords,
  ReplyBody,
  StartThread,
  startThreadWords,
  voteWords,
  withdrawWords,
} from '@/lib/forum/schema';
import { acceptAnswer } from '@/lib/forum/solutions/accept-answer';
import { unacceptAnswer } from '@/lib/forum/solutions/unaccept-answer';
import { startThread } from '@/lib/forum/start-thread';
import { voteReply } from '@/lib/forum/vote-reply';
import { withdrawReply } from '@/lib/forum/withdraw-reply';
import { IdParams, listOf, NoInput, NoParams, NoQuery, PageQuery } from '@/lib/web/api-shapes';
import { endpoint, personOf } from '@/lib/web/endpoint';

export const listThreadsEndpoint = endpoint({
  method: 'GET',
  path: '/threads',
  summary: 'Threads everybody may see, the last moved first',
  scope: 'public',
  params: NoParams,
  query: PageQuery.extend({
    category: z.string().max(200).optional(),
    tag: z.string().max(200).optional(),
    state: z.enum(['solved', 'unsolved', 'unanswered']).optional(),
  }),
  input: NoInput,
  output: listOf(ThreadCardShape),
  run: async ({ query, actor }) => {
    const list = await threadList(query, actor);
    const items = list.items.map((card) => cardBody(card, config().siteUrl));
    return { status: 200, body: { ...list, items } };
  },
});

export const startThreadEndpoint = endpoint({
  method: 'POST',
  path: '/threads',
  summary: 'Ask; the same words again within ten minutes answer 200 with the first thread',
  scope: 'write',
  params: NoParams,
  query: NoQuery,
  input: StartThread,
  output: ThreadShape,
  run: async ({ input, actor }) => {
    const result = await startThread(input, personOf(actor), LIMITED);
    if (!result.ok) return refusal(result, startThreadWords);
    return threadAnswer(result.id, actor, result.repeated ? 200 : 201);
  },
});

export const getThreadEndpoint = endpoint({
  method: 'GET',
  path: '/threads/{id}',
  summary: 'A thread with one page of its replies; what was merged answers with where it is now',
  scope: 'public',
  params: IdParams,
  query: PageQuery,
  input: NoInput,
  output: ThreadShape,
  run: ({ params, query, actor }) => threadAnswer(params.id, actor, 200, query.page, query.perPage),
});

export const editThreadEndpoint = endpoint({
  method: 'PATCH',
  path: '/threads/{id}',
  summary: 'Change a question, or move it to another category; what is left out stays',
  scope: 'write',
  params: IdParams,
  query: NoQuery,
  input: EditThread.omit({ threadId: true }),
  output: ThreadShape,
  run: async ({ params, input, actor }) => {
    const result = await editThread({ ...input, threadId: params.id }, personOf(actor));
    return result.ok ? threadAnswer(params.id, actor, 200) : refusal(result, editThreadWords);
  },
});

export const postReplyEndpoint = endpoint({
  method: 'POST',
  path: '/threads/{id}/replies',
  summary: 'Reply; the same words again within ten minutes answer 200 with the first reply',
  scope: 'write',
  params: IdParams,
  query: NoQuery,
  input: PostReply.omit({ threadId: true }),
  output: ReplyShape,
  run: async ({ params, input, actor }) => {
    const result = await postReply({ threadId: params.id, ...input }, personOf(actor), LIMITED);
    if (!result.ok) return refusal(result, postReplyWords);
    return replyAnswer(result.replyId, actor, result.repeated ? 200 : 201);
  },
});

export const editReplyEndpoint = endpoint({
  method: 'PATCH',
  path: '/replies/{id}',
  summary: 'Change a reply',
  scope: 'write',
  params: IdParams,
  query: NoQuery,
  input: z.strictObject({ body: ReplyBody }),
  output: ReplyShape,
  run: async ({ params, input, actor }) => {
    const result = await editReply({ replyId: params.id, body: input.body }, personOf(actor));
    return result.ok ? replyAnswer(params.id, actor, 200) : refusal(result, editReplyWords);
  },
});

export const withdrawReplyEndpoint = endpoint({
  method: 'DELETE',
  path: '/replies/{id}',
  summary: 'Take back what this person posted within the last two minutes; answers with its words',
  scope: 'write',
  params: IdParams,
  query: NoQuery,
  input: NoInput,
  output: WithdrawnShape,
  run: async ({ params, actor }) => {
    const result = await withdrawReply({ replyId: params.id }, personOf(actor));
    if (!result.ok) return refusal(result, withdrawWords);
    return { status: 200, body: { replyId: params.id, threadId: result.threadId, body: result.body } };
  },
});

const ReplyId = z.string({ error: 'Give the id of a reply.' }).min(1, 'Give the id of a reply.').max(64);

export const acceptAnswerEndpoint = endpoint({
  method: 'POST',
  path: '/threads/{id}/accept',
  summary: 'Say that a reply solved it; several may have',
  scope: 'write',
  params: IdParams,
  query: NoQuery,
  input: z.strictObject({ replyId: ReplyId }),
  output: AcceptedShape,
  run: async ({ params, input, actor }) => {
    const result = await acceptAnswer({ threadId: params.id, replyId: input.replyId }, personOf(actor));
    return result.ok ? acceptedAnswer(params.id, actor) : refusal(result, acceptWords);
  },
});

export const unacceptAnswerEndpoint = endpoint({
  method: 'DELETE',
  path: '/threads/{id}/accept/{replyId}',
  summary: 'Take "this solved it" back',
  scope: 'write',
  params: IdParams.extend({ replyId: ReplyId }),
  query: NoQuery,
  input: NoInput,
  output: AcceptedShape,
  run: async ({ params, actor }) => {
    const result = await unacceptAnswer({ threadId: params.id, replyId: params.replyId }, personOf(actor));
    return result.ok ? acceptedAnswer(params.id, actor) : refusal(result, acceptWords);
  },
});

async function vote(id: string, on: boolean, actor: Actor | null) {
  const result = await voteReply({ replyId: id, vote: on }, personOf(actor));
  if (!result.ok) return refusal(result, voteWords);
  const { replyId, voteCount, voted } = result;
  return { status: 200 as const, body: { replyId, voteCount, voted } };
}

async function meToo(id: string, on: boolean, actor: Actor | null) {
  const result = await sayMeToo({ threadId: id, meToo: on }, personOf(actor));
  if (!result.ok) return refusal(result, meTooWords);
  const { threadId, meTooCount, saidMeToo } = result;
  return { status: 200 as const, body: { threadId, meTooCount, saidMeToo } };
}

const onOne = { scope: 'write', params: IdParams, query: NoQuery, input: NoInput } as const;

export const voteReplyEndpoint = endpoint({
  ...onOne,
  method: 'POST',
  path: '/replies/{id}/vote',
  summary: 'Give a reply the one vote of this person',
  input: z.strictObject({}).optional(),
  output: VoteShape,
  run: ({ params, actor }) => vote(params.id, true, actor),
});

export const unvoteReplyEndpoint = endpoint({
  ...onOne,
  method: 'DELETE',
  path: '/replies/{id}/vote',
  summary: 'Take the vote back',
  output: VoteShape,
  run: ({ params, actor }) => vote(params.id, false, actor),
});

export const meTooEndpoint = endpoint({
  ...onOne,
  method: 'POST',
  path: '/threads/{id}/me-too',
  summary: 'Say "me too": this person has the problem as well',
  input: z.strictObject({}).optional(),
  output: MeTooShape,
  run: ({ params, actor }) => meToo(params.id, true, actor),
});

export const notMeTooEndpoint = endpoint({
  ...onOne,
  method: 'DELETE',
  path: '/threads/{id}/me-too',
  summary: 'Take "me too" back',
  output: MeTooShape,
  run: ({ params, actor }) => meToo(params.id, false, actor),
});
