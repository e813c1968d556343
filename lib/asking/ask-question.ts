import { requestSignInLink } from '@/lib/accounts/request-sign-in-link';
import type { Actor } from '@/lib/accounts/schema';
import { writeDetails } from '@/lib/asking/details';
import { hidePrivate } from '@/lib/asking/hide-private';
import { ownOrderNumbers } from '@/lib/asking/queries';
import type { AskQuestion, AskReason, Waiting } from '@/lib/asking/schema';
import { now } from '@/lib/clock';
import { dropDraft } from '@/lib/drafts/drop-draft';
import { keepDraft } from '@/lib/drafts/keep-draft';
import { personHolder } from '@/lib/drafts/rules';
import type { Outcome } from '@/lib/errors';
import { LIMITED } from '@/lib/forum/check-limits';
import { startThread } from '@/lib/forum/start-thread';
import { newId } from '@/lib/ids';
import { hashToken } from '@/lib/secrets';

type Asked =
  | Outcome<{ id: string | null; href: string }, Exclude<AskReason, 'shows-private'>>
  | { ok: false; reason: 'shows-private'; field?: string; masked: { title: string; body: string } };

/** Asks: somebody who is signed in has a thread at once. A visitor's question waits with the link and the code that are
 * mailed to the address given, and stays in the browser as a draft until it is posted; whether the address is known makes
 * no difference to anything.
 * @param browser gives the cookie of this browser
 * @returns the thread's id, or null with the page that says to look into the mail */
export async function askQuestion(
  input: AskQuestion,
  actor: Actor | null,
  browser: () => Promise<string>,
): Promise<Asked> {
  const look = hidePrivate(input, await ownOrderNumbers(actor));
  if (!look.decided) return { ok: false, reason: 'shows-private', masked: look.masked };
  const { details, ...words } = look.words;
  const question = { ...words, category: input.category, tags: input.tags };
  if (!actor) return await leave(input, { ...question, details }, await browser());
  const started = await startThread(question, actor, LIMITED, {
    alongside: (tx, id) => writeDetails(tx, id, details, actor),
  });
  if (started.ok) await dropDraft(personHolder(actor.id), 'new-thread');
  return started;
}

async function leave(input: AskQuestion, question: Omit<Waiting, 'draft'>, token: string): Promise<Asked> {
  if (input.email === undefined) return { ok: false, reason: 'email-needed', field: 'email' };
  const holder = `browser:${hashToken(token)}` as const;
  const { title, body, category, orderNumber, address, note, privateFiles } = input;
  const tags = input.tags.join(', ');
  const typed = { title, body, category, tags, orderNumber, address, note, privateFiles };
  const seq = await keepDraft(holder, 'new-thread', typed);
  const waiting: Waiting = { ...question, draft: { holder, seq } };
  const requested = await requestSignInLink(
    { email: input.email, next: '/forum/new' },
    {
      browserToken: token,
      purpose: 'question',
      alongside: async (tx, linkId) => {
        const fields = JSON.stringify(waiting);
        await tx.waitingQuestion.create({ data: { id: newId(), linkId, fields, createdAt: now() } });
      },
    },
  );
  return requested.ok ? { ok: true, id: null, href: '/sign-in/check-mail' } : requested;
}
