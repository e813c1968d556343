import { DAY, later, now } from '@/lib/clock';
import { transaction } from '@/lib/db/transaction';
import type { KeepQuestion } from '@/lib/forum/schema';
import { newId } from '@/lib/ids';
import { hashToken } from '@/lib/secrets';

/** Long enough for a mailed link that is opened in the evening. */
const KEEP_FOR = DAY;

/** Keeps a question that nobody has signed for yet, so that it is there again after signing in. A browser has one: the
 * next takes its place.
 * @param token what this browser is known by; only its hash is written */
export async function keepQuestion(question: KeepQuestion, token: string): Promise<{ ok: true }> {
  const { title, body, category, tags } = question;
  const tokenHash = hashToken(token);
  const words = { title, body, category, tags, expiresAt: later(now(), KEEP_FOR) };
  await transaction((tx) =>
    tx.keptQuestion.upsert({
      where: { tokenHash },
      create: { id: newId(), tokenHash, ...words },
      update: words,
    }),
  );
  return { ok: true };
}
