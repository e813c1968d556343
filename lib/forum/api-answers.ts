import type { Actor } from '@/lib/accounts/schema';
import { config } from '@/lib/config';
import { DoorProblem } from '@/lib/errors';
import { replyBody, threadBody } from '@/lib/forum/api-shapes';
import { replyView, threadPage } from '@/lib/forum/page-queries';
import { mergedInto } from '@/lib/forum/reach-thread';
import { editReplyWords, postReplyWords } from '@/lib/forum/schema';
import type { ApiAnswer } from '@/lib/web/endpoint';
import { withWait } from '@/lib/web/rate-limit';
import { refusalStatus } from '@/lib/web/refusal-status';

/** A command's reason as a problem document. */
export function refusal<Reason extends string>(
  { reason, field, waitSeconds }: { reason: Reason; field?: string; waitSeconds?: number },
  words: Record<Reason, string>,
): ApiAnswer<never> {
  const detail = withWait(words[reason], waitSeconds);
  // Thrown, because it is no answer to keep under an Idempotency-Key: the same request may come again.
  if (waitSeconds) throw new DoorProblem(429, reason, detail, {}, waitSeconds);
  return {
    status: refusalStatus(reason),
    problem: reason,
    detail,
    ...(field ? { fieldErrors: { [field]: detail } } : {}),
  };
}

const noThread = refusal({ reason: 'not-found' }, postReplyWords);

/** A thread with one page of its replies. What was merged answers with the thread that it is in now. */
export async function threadAnswer(
  id: string,
  actor: Actor | null,
  status: 200 | 201,
  page = 1,
  perPage?: number,
) {
  const found = await threadPage(id, actor, page, perPage);
  if (found) return { status, body: threadBody(found, config().siteUrl) };
  const into = await mergedInto(id);
  const thread = into === null ? null : await threadPage(into, actor, page, perPage);
  return thread ? { status, body: threadBody(thread, config().siteUrl) } : noThread;
}

export async function replyAnswer(id: string, actor: Actor | null, status: 200 | 201) {
  const found = await replyView(id, actor);
  if (!found) return refusal({ reason: 'not-found' }, editReplyWords);
  return { status, body: replyBody(found.reply, found.thread, config().siteUrl) };
}

/** Which replies solved it. */
export async function acceptedAnswer(threadId: string, actor: Actor | null) {
  const thread = await threadPage(threadId, actor, 1, 1);
  if (!thread) return noThread;
  const { acceptedReplyIds } = threadBody(thread, config().siteUrl);
  return { status: 200 as const, body: { threadId, acceptedReplyIds, state: thread.state } };
}
