import type { Actor } from '@/lib/accounts/schema';
import { ensureGeneralCategory } from '@/lib/categories/ensure-category';
import { postReply } from '@/lib/forum/post-reply';
import { startThread } from '@/lib/forum/start-thread';

let made = 0;

/** A thread that somebody asked through the real command. @returns its id */
export async function aThread(facts: {
  by: Actor;
  title?: string;
  body?: string;
  tags?: string[];
}): Promise<string> {
  made += 1;
  await ensureGeneralCategory();
  const result = await startThread(
    {
      title: facts.title ?? `Where is parcel number ${made}?`,
      body: facts.body ?? `It has not arrived, and this is question ${made}.`,
      category: 'general',
      tags: facts.tags ?? [],
    },
    facts.by,
  );
  if (!result.ok) throw new Error(`The thread was refused: ${result.reason}`);
  return result.id;
}

/** A reply that somebody wrote through the real command. @returns its id */
export async function aReply(threadId: string, by: Actor, body?: string): Promise<string> {
  made += 1;
  const result = await postReply(
    { threadId, body: body ?? `Have a look behind the door, says ${made}.` },
    by,
  );
  if (!result.ok) throw new Error(`The reply was refused: ${result.reason}`);
  return result.replyId;
}
