'use server';

import { releaseWaiting } from '@/lib/refunds/breaker/release-waiting';
import { ReleaseAllForm, releaseAllWords } from '@/lib/refunds/breaker/schema';
import { closeRefund } from '@/lib/refunds/close-refund';
import { addRefundNote, settleTrouble } from '@/lib/refunds/desk/add-refund-note';
import { askProvider } from '@/lib/refunds/desk/ask-provider';
import { callOffRefund } from '@/lib/refunds/desk/call-off-refund';
import { finishInstead } from '@/lib/refunds/desk/finish-instead';
import { giveGoodwill } from '@/lib/refunds/desk/give-goodwill';
import {
  askWords,
  CallOffForm,
  callOffWords,
  GoodwillForm,
  goodwillWords,
  insteadWords,
  NoteForm,
  noteWords,
  sendAgainWords,
} from '@/lib/refunds/desk/schema';
import { sendAgain } from '@/lib/refunds/desk/send-again';
import { releaseRefund } from '@/lib/refunds/release-refund';
import { deskRefundWords, RefundIdForm } from '@/lib/refunds/schema';
import { tickRefund, undoTick } from '@/lib/refunds/tick-refund';
import { helperAction, ownerAction } from '@/lib/web/action';

/** The list, and the page of each refund below it. */
const DESK = '/desk/refunds';

export const releaseAllAction = ownerAction({
  schema: ReleaseAllForm,
  limit: 'desk',
  run: releaseWaiting,
  words: releaseAllWords,
  after: ({ released, left }) => ({
    message:
      left === 0
        ? `Approved ${released}. They are being paid now.`
        : `Approved ${released}. They are being paid now; ${left} more came in meanwhile.`,
    refresh: DESK,
  }),
});

export const releaseRefundAction = ownerAction({
  schema: RefundIdForm,
  limit: 'desk',
  run: releaseRefund,
  words: deskRefundWords,
  after: () => ({ message: 'Approved. It is being paid now.', refresh: DESK }),
});

export const askProviderAction = ownerAction({
  schema: RefundIdForm,
  limit: 'desk',
  run: askProvider,
  words: askWords,
  after: ({ answered, refundId }) => ({
    message: answered
      ? 'Asked. What the provider says stands on this page.'
      : 'The provider gave no answer just now. Nothing has changed.',
    refresh: `${DESK}/${refundId}`,
  }),
});

export const sendAgainAction = ownerAction({
  schema: RefundIdForm,
  limit: 'desk',
  run: sendAgain,
  words: sendAgainWords,
  after: ({ refundId }) => ({ redirect: `${DESK}/${refundId}` }),
});

export const tickRefundAction = ownerAction({
  schema: RefundIdForm,
  limit: 'desk',
  run: tickRefund,
  words: deskRefundWords,
  after: () => ({ message: 'Ticked off. The customer is told that it is paid.', refresh: DESK }),
});

export const undoTickAction = ownerAction({
  schema: RefundIdForm,
  limit: 'desk',
  run: undoTick,
  words: deskRefundWords,
  after: () => ({ message: 'Taken back. It waits to be paid, and the customer is told.', refresh: DESK }),
});

export const closeRefundAction = ownerAction({
  schema: RefundIdForm,
  limit: 'desk',
  run: closeRefund,
  words: deskRefundWords,
  after: () => ({ message: 'Closed. The customer is told and may ask again.', refresh: DESK }),
});

export const callOffAction = ownerAction({
  schema: CallOffForm,
  limit: 'desk',
  run: callOffRefund,
  words: callOffWords,
  after: ({ refundId }) => ({ redirect: `${DESK}/${refundId}` }),
});

export const goodwillAction = ownerAction({
  schema: GoodwillForm,
  limit: 'desk',
  run: giveGoodwill,
  words: goodwillWords,
  status: { 'amount-unclear': 422, 'amount-too-large': 422 },
  after: ({ refundId }) => ({ redirect: `${DESK}/${refundId}` }),
});

export const addNoteAction = helperAction({
  schema: NoteForm,
  limit: 'desk',
  run: addRefundNote,
  words: noteWords,
  after: ({ refundId }) => ({ redirect: `${DESK}/${refundId}#notes` }),
});

export const settleTroubleAction = ownerAction({
  schema: NoteForm,
  limit: 'desk',
  run: settleTrouble,
  words: noteWords,
  after: ({ refundId }) => ({ redirect: `${DESK}/${refundId}#notes` }),
});

export const finishInsteadAction = ownerAction({
  schema: RefundIdForm,
  limit: 'desk',
  run: finishInstead,
  words: insteadWords,
  after: () => ({ message: 'Noted.', refresh: DESK }),
});
