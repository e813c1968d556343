import { later, now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import { addStep, removeStep } from '@/lib/insights/add-step';
import { ASKED_WITHIN, SOLVED_WITHIN, searchesThatLedHere } from '@/lib/insights/rules';
import type { Outcome, VisitorTraits } from '@/lib/insights/schema';
import { shopDay, visitorOfDay } from '@/lib/insights/tell-visitors-apart';

/** Searches of one visitor that are looked at for what led here; nobody reaches for the thirtieth. */
const LOOKED_BACK = 30;

/** Remembers what followed the searches that this visitor made today: it was solved, asked anyway, refunded anyway.
 * Whoever did not search today leaves nothing behind. */
export async function recordOutcome(outcome: Outcome, traits: VisitorTraits): Promise<void> {
  const at = now();
  const visitor = await visitorOfDay(await shopDay(at), traits);
  const searches = await db.search.findMany({
    where: { visitor },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: LOOKED_BACK,
    select: {
      id: true,
      place: true,
      at: true,
      solved: true,
      steps: { select: { step: true, subject: true } },
    },
  });
  if (searches.length === 0) return;
  if (outcome.step === 'solved' || outcome.step === 'not-solved') return solve(outcome, searches, at);
  const { step } = outcome;
  const within = step === 'asked' ? ASKED_WITHIN : Number.POSITIVE_INFINITY;
  const led = searchesThatLedHere(searches.filter((search) => at.getTime() - search.at.getTime() <= within));
  const subject = outcome.step === 'asked' ? `thread:${outcome.thread}` : '';
  await transaction(async (tx) => {
    for (const { id } of led) {
      await addStep(tx, { searchId: id, step, subject, rank: null, at });
    }
  });
}

type Made = { id: string; at: Date; steps: { step: string; subject: string }[] };

/** The search that opened it is the one it solved. Without script nobody saw the opening: then, for an article, it is the
 * search that was made just before. */
async function solve(
  outcome: Extract<Outcome, { step: 'solved' | 'not-solved' }>,
  searches: readonly Made[],
  at: Date,
): Promise<void> {
  const subject = 'article' in outcome ? `article:${outcome.article}` : `thread:${outcome.thread}`;
  const opened = searches.find((search) => search.steps.some((step) => step.subject === subject));
  const fresh = searches.find((search) => later(search.at, SOLVED_WITHIN) >= at);
  const search = opened ?? ('article' in outcome ? fresh : undefined);
  if (!search) return;
  await transaction(async (tx) => {
    const searchId = search.id;
    if (outcome.step === 'not-solved') return removeStep(tx, { searchId, step: 'solved', subject });
    if (!opened) await addStep(tx, { searchId, step: 'opened', subject, rank: null, at });
    await addStep(tx, { searchId, step: 'solved', subject, rank: null, at });
  });
}
