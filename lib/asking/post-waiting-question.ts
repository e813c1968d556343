import { actorById } from '@/lib/accounts/queries';
import type { Actor } from '@/lib/accounts/schema';
import { writeDetails } from '@/lib/asking/details';
import { threadAddress } from '@/lib/asking/queries';
import { type Waiting, Waiting as WaitingShape } from '@/lib/asking/schema';
import { db } from '@/lib/db/client';
import { dropDraft } from '@/lib/drafts/drop-draft';
import { keepDraft } from '@/lib/drafts/keep-draft';
import { personHolder } from '@/lib/drafts/rules';
import { LIMITED } from '@/lib/forum/check-limits';
import { type Alongside, startThread } from '@/lib/forum/start-thread';

/** The category that is always there. */
const GENERAL = 'general';

/** Somebody else has posted it between the look and the write. */
class PostedMeanwhile extends Error {}

/** Posts the question that waited for a confirmed link, as the person of its address. However often and at how many places
 * at once it is called, there is one thread. Called by the page that confirms, and by the job that is written with the
 * confirmation, in case the page does not come that far.
 * @returns where to go: the thread, or the form with the text where posting is limited; null where no question waited */
export async function postWaitingQuestion(linkId: string, personId: string): Promise<string | null> {
  const row = await db.waitingQuestion.findUnique({ where: { linkId } });
  if (!row) return null;
  if (row.threadId !== null) return await threadAddress(row.threadId);
  const actor = await actorById(personId);
  if (!actor) return null;
  const question = WaitingShape.parse(JSON.parse(row.fields));
  try {
    return await post(linkId, question, actor);
  } catch (error) {
    if (!(error instanceof PostedMeanwhile)) throw error;
    const { threadId } = await db.waitingQuestion.findUniqueOrThrow({ where: { linkId } });
    return await threadAddress(threadId);
  }
}

async function post(linkId: string, question: Waiting, actor: Actor): Promise<string> {
  const { details, draft, ...words } = question;
  const alongside: Alongside = async (tx, threadId) => {
    const taken = await tx.waitingQuestion.updateMany({
      where: { linkId, threadId: null },
      data: { threadId },
    });
    if (taken.count === 0) throw new PostedMeanwhile();
    await writeDetails(tx, threadId, details, actor, draft.holder);
  };
  const start = (category: string) =>
    startThread({ ...words, category }, actor, LIMITED, { holder: draft.holder, alongside });
  let started = await start(words.category);
  if (!started.ok && started.reason === 'category-unknown') started = await start(GENERAL);
  if (!started.ok) {
    const { title, body, category, tags } = words;
    const typed = { title, body, category, tags: tags.join(', '), ...details };
    await keepDraft(personHolder(actor.id), 'new-thread', typed);
    return `/forum/new?refused=${started.reason}`;
  }
  // The same words were posted by the same person a moment ago: that thread is this one's, too.
  await db.waitingQuestion.updateMany({ where: { linkId, threadId: null }, data: { threadId: started.id } });
  await dropDraft(draft.holder, 'new-thread', draft.seq);
  return started.href;
}
