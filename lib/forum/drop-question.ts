import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { hashToken } from '@/lib/secrets';

/** Forgets what was kept for a browser: it has been posted. */
export async function dropQuestion(token: string): Promise<void> {
  await db.keptQuestion.deleteMany({ where: { tokenHash: hashToken(token) } });
}

/** Forgets the kept questions that had their time. */
export async function dropOldQuestions(at: Date = now()): Promise<void> {
  await db.keptQuestion.deleteMany({ where: { expiresAt: { lte: at } } });
}
