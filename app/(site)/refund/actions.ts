'use server';

import { noteOutcome } from '@/app/(site)/_parts/note-outcome';
import { keepLookup, keepPass, keptLookup, refundViewer } from '@/app/(site)/refund/_parts/guest';
import { addRefundReason } from '@/lib/refunds/add-refund-reason';
import { confirmLinkedCode, confirmOrderCode } from '@/lib/refunds/orders/confirm-order-code';
import { requestLinkedCode, requestOrderCode } from '@/lib/refunds/orders/request-order-code';
import {
  OrderCodeForm,
  OrderLinkForm,
  OrderLookup,
  orderCodeWords,
  orderLinkWords,
} from '@/lib/refunds/orders/schema';
import { requestRefund } from '@/lib/refunds/request-refund';
import {
  addReasonWords,
  RefundButton,
  RefundPartForm,
  RefundReasonForm,
  requestRefundWords,
  TakeBackForm,
  takeBackWords,
} from '@/lib/refunds/schema';
import { takeBackRefund } from '@/lib/refunds/take-back-refund';
import { publicAction } from '@/lib/web/action';
import { requestLanguage } from '@/lib/web/language';

export const findOrderAction = publicAction({
  schema: OrderLookup,
  limit: 'orderLookup',
  run: async (input) => requestOrderCode(input, await requestLanguage()),
  words: {},
  after: async (_result, input) => {
    await keepLookup(input);
    return { redirect: '/refund/code' };
  },
});

export const mailLinkedCodeAction = publicAction({
  schema: OrderLinkForm,
  limit: 'orderLookup',
  run: async (input) => requestLinkedCode(input, await requestLanguage()),
  words: orderLinkWords,
  status: { 'link-gone': 410 },
  after: async (_result, input) => {
    await keepLookup(input);
    return { redirect: '/refund/code' };
  },
});

export const confirmCodeAction = publicAction({
  schema: OrderCodeForm,
  limit: 'orderCode',
  run: async ({ code }) => {
    const lookup = await keptLookup();
    if (!lookup) return { ok: false as const, reason: 'look-up-missing' as const };
    const language = await requestLanguage();
    return 'token' in lookup
      ? confirmLinkedCode({ ...lookup, code }, language)
      : confirmOrderCode({ ...lookup, code }, language);
  },
  words: orderCodeWords,
  status: { 'code-wrong': 422, 'look-up-missing': 410 },
  after: async ({ pass }) => {
    await keepPass(pass);
    return { redirect: '/refund' };
  },
});

export const requestRefundAction = publicAction({
  schema: RefundButton,
  limit: 'refund',
  run: async (input, actor) =>
    requestRefund(input, await refundViewer(), actor ? 'page' : 'guest', await requestLanguage()),
  words: requestRefundWords,
  status: { 'not-found': 404 },
  after: async ({ refundId, repeated }) => {
    if (!repeated) await noteOutcome({ step: 'refunded' });
    return { redirect: `/refund/${refundId}` };
  },
});

export const requestPartAction = publicAction({
  schema: RefundPartForm,
  limit: 'refund',
  run: async (input, actor) =>
    requestRefund(input, await refundViewer(), actor ? 'page' : 'guest', await requestLanguage()),
  words: requestRefundWords,
  status: { 'not-found': 404, 'amount-unclear': 422, 'part-missing': 422, 'amount-too-large': 422 },
  after: async ({ refundId, repeated }) => {
    if (!repeated) await noteOutcome({ step: 'refunded' });
    return { redirect: `/refund/${refundId}` };
  },
});

export const takeBackAction = publicAction({
  schema: TakeBackForm,
  limit: 'refund',
  run: async (input) => takeBackRefund(input, await refundViewer()),
  words: takeBackWords,
  status: { 'not-found': 404 },
  after: ({ refundId }) => ({ redirect: `/refund/${refundId}` }),
});

export const addReasonAction = publicAction({
  schema: RefundReasonForm,
  limit: 'refund',
  run: async (input) => addRefundReason(input, await refundViewer()),
  words: addReasonWords,
  status: { 'not-found': 404, 'reason-empty': 422 },
  after: ({ refundId }) => ({ redirect: `/refund/${refundId}` }),
});
