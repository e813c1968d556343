import { refusal, threadAnswer } from '@/lib/forum/api-answers';
import { DuplicateShape, ThreadShape } from '@/lib/forum/api-shapes';
import { markDuplicate } from '@/lib/forum/curation/mark-duplicate';
import { mergeThreads } from '@/lib/forum/curation/merge-threads';
import {
  duplicateWords,
  mergeWords,
  PointAtThread,
  SplitThread,
  splitWords,
} from '@/lib/forum/curation/schema';
import { splitThread } from '@/lib/forum/curation/split-thread';
import { unmarkDuplicate } from '@/lib/forum/curation/unmark-duplicate';
import { IdParams, NoInput, NoQuery } from '@/lib/web/api-shapes';
import { endpoint, personOf } from '@/lib/web/endpoint';

const onThread = { params: IdParams, query: NoQuery } as const;
const Target = PointAtThread.omit({ threadId: true });

export const mergeThreadsEndpoint = endpoint({
  ...onThread,
  method: 'POST',
  path: '/threads/{id}/merge',
  summary: 'Put a thread and its replies into another one, which is the answer; again answers the same',
  scope: 'moderate',
  input: Target,
  output: ThreadShape,
  run: async ({ params, input, actor }) => {
    const result = await mergeThreads({ threadId: params.id, ...input }, personOf(actor));
    return result.ok ? threadAnswer(result.threadId, actor, 200) : refusal(result, mergeWords);
  },
});

export const splitThreadEndpoint = endpoint({
  ...onThread,
  method: 'POST',
  path: '/threads/{id}/split',
  summary: 'Make a thread of some replies; the first is its question and keeps its id',
  scope: 'moderate',
  input: SplitThread.omit({ threadId: true }),
  output: ThreadShape,
  run: async ({ params, input, actor }) => {
    const result = await splitThread({ threadId: params.id, ...input }, personOf(actor));
    return result.ok ? threadAnswer(result.threadId, actor, 201) : refusal(result, splitWords);
  },
});

export const markDuplicateEndpoint = endpoint({
  ...onThread,
  method: 'POST',
  path: '/threads/{id}/duplicate',
  summary: 'Say that it is the same problem as another thread, where to read on',
  scope: 'write',
  input: Target,
  output: DuplicateShape,
  run: async ({ params, input, actor }) => {
    const result = await markDuplicate({ threadId: params.id, ...input }, personOf(actor));
    if (!result.ok) return refusal(result, duplicateWords);
    return { status: 200, body: { threadId: result.threadId, duplicateOfId: result.targetId } };
  },
});

export const unmarkDuplicateEndpoint = endpoint({
  ...onThread,
  method: 'DELETE',
  path: '/threads/{id}/duplicate',
  summary: 'Take "the same problem" back',
  scope: 'write',
  input: NoInput,
  output: DuplicateShape,
  run: async ({ params, actor }) => {
    const result = await unmarkDuplicate({ threadId: params.id }, personOf(actor));
    if (!result.ok) return refusal(result, duplicateWords);
    return { status: 200, body: { threadId: result.threadId, duplicateOfId: null } };
  },
});
