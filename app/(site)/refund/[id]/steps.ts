import { clockWords, dateWords } from '@/app/_ui/time-words';
import type { TimelineItem } from '@/app/_ui/timeline';
import type { RefundPageView } from '@/lib/refunds/queries';
import { alternativeWords, type RefundState } from '@/lib/refunds/schema';

type Refund = Pick<
  RefundPageView,
  | 'state'
  | 'events'
  | 'expected'
  | 'failureReason'
  | 'amount'
  | 'undoUntil'
  | 'promisedBy'
  | 'replacedBy'
  | 'wasTakenBack'
  | 'byHandUntil'
  | 'waitsFor'
  | 'isReversal'
>;

/** The journey of a refund for the person who waits for it: what was, what is, what comes; never more than is known. */
export function journey(refund: Refund, timeZone: string): TimelineItem[] {
  const steps = [...begin(refund), ...now(refund, timeZone)];
  const arrived: TimelineItem = { title: 'Complete', state: 'upcoming', detail: 'We mail you when it is.' };
  const bank: TimelineItem = {
    title: refund.byHandUntil ? 'Paid by the shop, by hand' : 'On its way to your bank',
    state: 'upcoming',
  };
  if (refund.state === 'pending') return [...steps, arrived];
  const isEarly = ['queued', 'requested', 'submitting', 'unknown'].includes(refund.state);
  return isEarly ? [...steps, bank, arrived] : steps;
}

/** What has been done already. */
function begin(refund: Refund): TimelineItem[] {
  const first = refund.events[0];
  const waited = refund.events.find((event) => event.state === 'queued');
  const approved = refund.events.find((event) => event.state === 'requested');
  const sent = refund.byHandUntil ? undefined : (time(refund, 'pending') ?? time(refund, 'succeeded'));
  const steps: TimelineItem[] = [];
  if (waited) steps.push({ title: 'Request received', at: waited.at, state: 'done' });
  if (approved) {
    const title = waited ? 'Approved by the owner' : 'Requested and approved';
    steps.push({ title, at: approved.at, state: 'done' });
  } else if (!waited && first) {
    steps.push({ title: 'Made by the shop', at: first.at, state: 'done' });
  }
  if (sent) steps.push({ title: 'Handed to the payment provider', at: sent, state: 'done' });
  return steps;
}

/** Where it is now. */
function now(refund: Refund, timeZone: string): TimelineItem[] {
  const { state } = refund;
  const at = time(refund, state);
  const { from, to } = refund.expected;
  const range = `between ${dateWords(from, timeZone)} and ${dateWords(to, timeZone)}`;
  switch (state) {
    case 'queued':
      return [
        {
          title: 'Waiting for the owner',
          detail: `Many refunds came in today, so the owner looks at this one before the money goes${
            refund.promisedBy ? `, by ${dateWords(refund.promisedBy, timeZone)}` : ''
          }. You get a mail as soon as it is approved.`,
          state: 'current',
        },
      ];
    case 'requested':
      if (refund.undoUntil) {
        const until = clockWords(refund.undoUntil, timeZone);
        return [
          {
            title: 'Being handed to the payment provider',
            detail: `The money leaves at ${until}. Until then you can take the refund back.`,
            state: 'current',
          },
        ];
      }
      return [
        { title: 'Being handed to the payment provider', detail: 'This takes seconds.', state: 'current' },
      ];
    case 'submitting':
      return [
        { title: 'Being handed to the payment provider', detail: 'This takes seconds.', state: 'current' },
      ];
    case 'unknown':
      return [
        {
          title: 'We are checking with the bank',
          detail:
            refund.failureReason === 'needs-review'
              ? 'The payment provider still gives no clear answer, so the owner looks into it personally. Your money cannot be lost and cannot be sent twice.'
              : 'The payment provider has not answered clearly yet. We ask again by ourselves; your money cannot be lost and cannot be sent twice. You do not need to do anything.',
          at,
          state: 'current',
        },
      ];
    case 'pending':
      if (refund.byHandUntil) {
        return [
          {
            title: 'The shop pays you by hand',
            detail: `For example by bank transfer, by ${dateWords(refund.byHandUntil, timeZone)}. It is noted here when it is done.`,
            state: 'current',
          },
        ];
      }
      if (refund.waitsFor) return [{ ...WAITING[refund.waitsFor], at, state: 'current' }];
      return [
        {
          title: 'On its way to your bank',
          detail: `Banks usually show it ${range}.`,
          state: 'current',
        },
      ];
    case 'succeeded':
      if (refund.byHandUntil) {
        const detail =
          'The shop noted that it has paid you. A bank transfer can take one or two working days.';
        return [{ title: 'Paid by hand', detail, at, state: 'done' }];
      }
      return [
        {
          title: 'Complete',
          detail: refund.isReversal
            ? 'The charge was taken back before it was booked: it vanishes from your statement, and no separate refund appears there.'
            : `The bank has it. If you do not see it yet: it is usually booked ${range}. If the original charge disappears instead, that is the refund.`,
          at,
          state: 'done',
        },
      ];
    case 'disputed':
      return [
        {
          title: 'On hold at the bank',
          detail:
            'Your bank is looking into this payment (a dispute), so we cannot send money for it at the same time. The bank decides and tells you.',
          at,
          state: 'problem',
        },
      ];
    case 'failed':
    case 'canceled':
      if (refund.wasTakenBack) {
        const detail = refund.replacedBy
          ? `You chose: “${alternativeWords[refund.replacedBy]}”. The shop writes to you about it. No money was sent; you can still ask for it.`
          : 'No money was sent. You can ask for it again at any time.';
        return [{ title: 'Taken back', detail, at, state: 'done' }];
      }
      return [
        {
          title: 'Did not arrive',
          detail:
            'The bank could not take the refund, for example because the card was closed. The money is still yours: contact us and we will find another way, or ask for the refund again.',
          at,
          state: 'problem',
        },
      ];
  }
}

const WAITING = {
  buyer: {
    title: 'The payment provider needs something from you',
    detail:
      'It has mailed you how to get the money, for example to name a bank account. Nothing moves before that; if you find no such mail, contact us.',
  },
  balance: {
    title: 'Handed to the payment provider',
    detail: 'It sends the money as soon as the shop’s account there has enough. The shop sees this too.',
  },
  payment: {
    title: 'Handed to the payment provider',
    detail: 'Your payment itself is still on its way; the refund follows as soon as it has come in.',
  },
} as const;

function time(refund: Refund, state: RefundState): Date | undefined {
  return refund.events.filter((event) => event.state === state).at(-1)?.at;
}
