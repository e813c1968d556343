'use server';

import { closeRefund } from '@/lib/refunds/close-refund';
import { lookForRefund } from '@/lib/refunds/look-for-refund';
import { releaseRefund } from '@/lib/refunds/release-refund';
import { deskRefundWords, RefundIdForm } from '@/lib/refunds/schema';
import { tickRefund, undoTick } from '@/lib/refunds/tick-refund';
import { ownerAction } from '@/lib/web/action';

export const releaseRefundAction = ownerAction({
  schema: RefundIdForm,
  limit: 'desk',
  run: releaseRefund,
  words: deskRefundWords,
  status: { 'not-found': 404 },
  after: () => ({ message: 'Released. It is being paid now.', refresh: '/desk/refunds' }),
});

export const lookForRefundAction = ownerAction({
  schema: RefundIdForm,
  limit: 'desk',
  run: lookForRefund,
  words: deskRefundWords,
  status: { 'not-found': 404 },
  after: () => ({ message: 'Asked the payment provider again.', refresh: '/desk/refunds' }),
});

export const tickRefundAction = ownerAction({
  schema: RefundIdForm,
  limit: 'desk',
  run: tickRefund,
  words: deskRefundWords,
  status: { 'not-found': 404 },
  after: () => ({ message: 'Ticked off. The customer is told that it is paid.', refresh: '/desk/refunds' }),
});

export const undoTickAction = ownerAction({
  schema: RefundIdForm,
  limit: 'desk',
  run: undoTick,
  words: deskRefundWords,
  status: { 'not-found': 404 },
  after: () => ({
    message: 'Taken back. It waits to be paid, and the customer is told.',
    refresh: '/desk/refunds',
  }),
});

export const closeRefundAction = ownerAction({
  schema: RefundIdForm,
  limit: 'desk',
  run: closeRefund,
  words: deskRefundWords,
  status: { 'not-found': 404 },
  after: () => ({ message: 'Closed. The customer is told and may ask again.', refresh: '/desk/refunds' }),
});
