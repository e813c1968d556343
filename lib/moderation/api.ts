import { z } from 'zod';
import { flagPost } from '@/lib/moderation/flag-post';
import { hidePost } from '@/lib/moderation/hide-post';
import { lockThread } from '@/lib/moderation/lock-thread';
import { restorePost } from '@/lib/moderation/restore-post';
import {
  FlagPost,
  flagWords,
  type ModerationReason,
  moderationWords,
  type PostKindName,
  ReasonInput,
} from '@/lib/moderation/schema';
import { unlockThread } from '@/lib/moderation/unlock-thread';
import { IdParams, NoParams, NoQuery } from '@/lib/web/api-shapes';
import { type ApiAnswer, endpoint, personOf } from '@/lib/web/endpoint';
import { refusalStatus } from '@/lib/web/refusal-status';

const PostShape = z.object({
  targetType: z.enum(['thread', 'reply']),
  targetId: z.string(),
  threadId: z.string(),
  hidden: z.boolean(),
});
const LockShape = z.object({ threadId: z.string(), locked: z.boolean() });
const FlagShape = z.object({ targetType: z.enum(['thread', 'reply']), targetId: z.string() });

type Moderated = { ok: true; threadId: string } | { ok: false; reason: ModerationReason };

function refusal(reason: ModerationReason): ApiAnswer<never> {
  return {
    status: refusalStatus(reason),
    problem: reason,
    detail: moderationWords[reason],
  };
}

function postAnswer(result: Moderated, kind: PostKindName, id: string, hidden: boolean) {
  if (!result.ok) return refusal(result.reason);
  const body = { targetType: kind, targetId: id, threadId: result.threadId, hidden };
  return { status: 200 as const, body };
}

const noBody = z.strictObject({}).optional();
const moderate = { scope: 'moderate', method: 'POST', params: IdParams, query: NoQuery } as const;

function hideEndpoint(kind: PostKindName, path: string) {
  return endpoint({
    ...moderate,
    path,
    summary: `Hide a ${kind} from everybody but the shop and its author`,
    input: ReasonInput,
    output: PostShape,
    run: async ({ params, input, actor }) => {
      const post = { kind, id: params.id, reason: input?.reason ?? '' };
      return postAnswer(await hidePost(post, personOf(actor)), kind, params.id, true);
    },
  });
}

function restoreEndpoint(kind: PostKindName, path: string) {
  return endpoint({
    ...moderate,
    path,
    summary: `Show a hidden ${kind} again`,
    input: noBody,
    output: PostShape,
    run: async ({ params, actor }) =>
      postAnswer(await restorePost({ kind, id: params.id }, personOf(actor)), kind, params.id, false),
  });
}

export const hideThreadEndpoint = hideEndpoint('thread', '/threads/{id}/hide');
export const restoreThreadEndpoint = restoreEndpoint('thread', '/threads/{id}/restore');
export const hideReplyEndpoint = hideEndpoint('reply', '/replies/{id}/hide');
export const restoreReplyEndpoint = restoreEndpoint('reply', '/replies/{id}/restore');

export const lockThreadEndpoint = endpoint({
  ...moderate,
  path: '/threads/{id}/lock',
  summary: 'Close a thread for replies; it stays readable',
  input: ReasonInput,
  output: LockShape,
  run: async ({ params, input, actor }) => {
    const result = await lockThread({ threadId: params.id, reason: input?.reason ?? '' }, personOf(actor));
    if (!result.ok) return refusal(result.reason);
    return { status: 200, body: { threadId: result.threadId, locked: true } };
  },
});

export const unlockThreadEndpoint = endpoint({
  ...moderate,
  path: '/threads/{id}/unlock',
  summary: 'Open a locked thread again',
  input: noBody,
  output: LockShape,
  run: async ({ params, actor }) => {
    const result = await unlockThread({ threadId: params.id }, personOf(actor));
    if (!result.ok) return refusal(result.reason);
    return { status: 200, body: { threadId: result.threadId, locked: false } };
  },
});

export const flagPostEndpoint = endpoint({
  method: 'POST',
  path: '/flags',
  summary: 'Point the shop at a post, once per person and post; again answers 200',
  scope: 'write',
  params: NoParams,
  query: NoQuery,
  input: FlagPost,
  output: FlagShape,
  run: async ({ input, actor }) => {
    const result = await flagPost(input, personOf(actor));
    if (!result.ok) {
      const { reason } = result;
      return { status: refusalStatus(reason), problem: reason, detail: flagWords[reason] };
    }
    const body = { targetType: input.targetType, targetId: input.targetId };
    return { status: result.repeated ? 200 : 201, body };
  },
});
