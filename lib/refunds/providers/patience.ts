import { SECOND } from '@/lib/clock';

/** How long one call of a provider may take. Shorter than the machine waits for it (pay-refund.ts), so that a call has ended
 * before the next begins. Tests of silent providers shorten it. */
export const patience = { answerWithinMs: 15 * SECOND };
