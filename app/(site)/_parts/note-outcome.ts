import { isStaff } from '@/lib/accounts/policy';
import { currentActor } from '@/lib/accounts/session';
import { messageOf } from '@/lib/errors';
import { recordOutcome } from '@/lib/insights/record-outcome';
import type { Outcome } from '@/lib/insights/schema';
import { log } from '@/lib/log';
import { afterAnswer } from '@/lib/web/after-answer';
import { visitorTraits } from '@/lib/web/visitor';

/** Notes what followed somebody's searches, once the answer has gone out; the shop's own people are not counted. It never
 * throws: what the person did has been done. */
export async function noteOutcome(outcome: Outcome): Promise<void> {
  try {
    if (isStaff(await currentActor())) return;
    const traits = await visitorTraits();
    afterAnswer('note-outcome', () => recordOutcome(outcome, traits));
  } catch (error) {
    log.error('note-outcome.failed', { step: outcome.step, error: messageOf(error) });
  }
}
