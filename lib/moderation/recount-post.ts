import type { Tx } from '@/lib/db/transaction';
import { recountThread } from '@/lib/forum/recount-thread';
import { type FoundPost, findPost } from '@/lib/moderation/find-post';
import type { PostRef } from '@/lib/moderation/schema';

/** Makes the counters right where the post stands. A merge or split may have moved it since it was looked up: recounting locks
 * the thread, so what is read afterwards stays.
 * @returns the thread in which it stands now */
export async function recountPost(tx: Tx, ref: PostRef, post: FoundPost): Promise<string> {
  await recountThread(tx, post.threadId);
  const again = await findPost(tx, ref);
  if (!again || again.threadId === post.threadId) return post.threadId;
  await recountThread(tx, again.threadId);
  return again.threadId;
}
