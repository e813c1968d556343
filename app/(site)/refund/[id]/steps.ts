import { clockWords, dateWords, momentWords } from '@/app/_ui/time-words';
import type { TimelineItem } from '@/app/_ui/timeline';
import type { RefundPageView } from '@/lib/refunds/queries';
import { DISPUTE_OVER, ELSEWHERE, type RefundState } from '@/lib/refunds/schema';
import type { Spoken, Words } from '@/lib/words/catalogue';
import type { Language } from '@/lib/words/languages';
import { say } from '@/lib/words/say';

type Steps = Words['tracker']['steps'];

type Refund = Pick<
  RefundPageView,
  | 'state'
  | 'events'
  | 'expected'
  | 'failureReason'
  | 'amount'
  | 'undoUntil'
  | 'promisedBy'
  | 'isPromiseBroken'
  | 'replacedBy'
  | 'wasTakenBack'
  | 'wasCalledOff'
  | 'isGoodwill'
  | 'byHandUntil'
  | 'waitsFor'
  | 'isReversal'
>;

/** The journey of a refund for the person who waits for it: what was, what is, what comes; never more than is known. */
export function journey(refund: Refund, timeZone: string, spoken: Spoken): TimelineItem[] {
  const words = spoken.words.tracker.steps;
  const steps = [...begin(refund, words), ...now(refund, timeZone, spoken)];
  const arrived: TimelineItem = {
    title: words.complete,
    state: 'upcoming',
    detail: words.completeUpcoming,
  };
  const bank: TimelineItem = {
    title: refund.byHandUntil ? words.byHandUpcoming : words.onItsWay,
    state: 'upcoming',
  };
  if (refund.state === 'pending') return [...steps, arrived];
  const isEarly = ['queued', 'requested', 'submitting', 'unknown'].includes(refund.state);
  return isEarly ? [...steps, bank, arrived] : steps;
}

/** What has been done already. */
function begin(refund: Refund, words: Steps): TimelineItem[] {
  const first = refund.events[0];
  const waited = refund.events.find((event) => event.state === 'queued');
  const approved = refund.events.find((event) => event.state === 'requested');
  const sent = refund.byHandUntil ? undefined : (time(refund, 'pending') ?? time(refund, 'succeeded'));
  const steps: TimelineItem[] = [];
  if (waited) steps.push({ title: words.received, at: waited.at, state: 'done' });
  if (approved) {
    const title = refund.isGoodwill ? words.madeByShop : waited ? words.approvedByOwner : words.approved;
    steps.push({ title, at: approved.at, state: 'done' });
  } else if (!waited && first) {
    steps.push({ title: words.madeByShop, at: first.at, state: 'done' });
  }
  if (sent) steps.push({ title: words.handed, at: sent, state: 'done' });
  return steps;
}

/** Where it is now. */
function now(refund: Refund, timeZone: string, { language, words: all }: Spoken): TimelineItem[] {
  const { state } = refund;
  const words = all.tracker.steps;
  const at = time(refund, state);
  const day = (date: Date) => dateWords(date, timeZone, language);
  const range = say(words.range, { from: day(refund.expected.from), to: day(refund.expected.to) });
  const current = (title: string, detail: string): TimelineItem[] => [{ title, detail, state: 'current' }];
  switch (state) {
    case 'queued':
      return current(words.waiting, waitingWords(refund, timeZone, language, words));
    case 'requested':
      if (!refund.undoUntil) return current(words.handing, words.seconds);
      return current(
        words.handing,
        say(words.leavesAt, { time: clockWords(refund.undoUntil, timeZone, language) }),
      );
    case 'submitting':
      return current(words.handing, words.seconds);
    case 'unknown': {
      const detail = refund.failureReason === 'needs-review' ? words.checkingOwner : words.checkingText;
      return [{ title: words.checking, detail, at, state: 'current' }];
    }
    case 'pending':
      if (refund.byHandUntil) {
        return current(words.byHand, say(words.byHandText, { date: day(refund.byHandUntil) }));
      }
      if (refund.waitsFor) return [{ ...waiting(refund.waitsFor, words), at, state: 'current' }];
      return current(words.onItsWay, say(words.onItsWayText, { range }));
    case 'succeeded':
      if (refund.byHandUntil) {
        return [{ title: words.byHandDone, detail: words.byHandDoneText, at, state: 'done' }];
      }
      return [
        {
          title: words.complete,
          detail: refund.isReversal ? words.reversedText : say(words.completeText, { range }),
          at,
          state: 'done',
        },
      ];
    case 'disputed':
      return [{ title: words.disputed, detail: words.disputedText, at, state: 'problem' }];
    case 'failed':
    case 'canceled':
      if (refund.wasTakenBack) {
        const choice = refund.replacedBy ? all.tracker.takeBack[refund.replacedBy] : null;
        const detail = choice ? say(words.replacedText, { choice }) : words.takenBackText;
        return [{ title: words.takenBack, detail, at, state: 'done' }];
      }
      if (refund.wasCalledOff) {
        return [{ title: words.calledOff, detail: words.calledOffText, at, state: 'problem' }];
      }
      if (refund.failureReason === ELSEWHERE)
        return [{ title: words.elsewhere, detail: words.elsewhereText, at, state: 'done' }];
      if (refund.failureReason === DISPUTE_OVER)
        return [{ title: words.disputeOver, detail: words.disputeOverText, at, state: 'done' }];
      return [{ title: words.failed, detail: words.failedText, at, state: 'problem' }];
  }
}

/** Why it waits, and until when the owner promised to look; when that was not kept, it says so. */
function waitingWords(refund: Refund, timeZone: string, language: Language, words: Steps): string {
  if (!refund.promisedBy) return words.waitingText;
  const date = momentWords(refund.promisedBy, timeZone, language);
  if (refund.isPromiseBroken) return say(words.promiseBroken, { date });
  const isLate = refund.events[0]?.cause === 'window-closed';
  return say(isLate ? words.waitingLate : words.waitingUntil, { date });
}

function waiting(what: NonNullable<Refund['waitsFor']>, words: Steps): { title: string; detail: string } {
  if (what === 'buyer') return { title: words.waitsForBuyer, detail: words.waitsForBuyerText };
  const detail = what === 'balance' ? words.waitsForBalanceText : words.waitsForPaymentText;
  return { title: words.handed, detail };
}

function time(refund: Refund, state: RefundState): Date | undefined {
  return refund.events.filter((event) => event.state === state).at(-1)?.at;
}
