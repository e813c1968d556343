import { z } from 'zod';

const Id = z.string({ error: 'Give an id.' }).min(1, 'Give an id.').max(64, 'This is not an id.');
const Switch = z.enum(['on', 'off'], { error: 'Say on or off.' }).transform((word) => word === 'on');

export const ReportAnswer = z.strictObject({ replyId: Id, broken: Switch });
export type ReportAnswer = z.output<typeof ReportAnswer>;

export const ReviewAnswer = z.strictObject({
  replyId: Id,
  verdict: z.enum(['still-true', 'outdated'], { error: 'Say whether it is still true or outdated.' }),
});
export type ReviewAnswer = z.output<typeof ReviewAnswer>;

export const ReopenThread = z.strictObject({ threadId: Id });

/** The answer to "did this solve it?", with the token of its mail. */
export const AnswerWhetherSolved = z.strictObject({
  token: z.string().min(1).max(200),
  solved: z.enum(['yes', 'no'], { error: 'Say yes or no.' }).transform((word) => word === 'yes'),
});
export type AnswerWhetherSolved = z.output<typeof AnswerWhetherSolved>;

export type ReportReason = 'not-found' | 'own' | 'not-accepted' | 'closed';
export const reportWords: Record<ReportReason, string> = {
  'not-found': 'This reply does not exist.',
  own: 'This is your own reply. If it no longer works, edit it: people will thank you.',
  'not-accepted': 'Only what was said to solve it can stop working. Write a reply instead.',
  closed: 'This thread is locked or hidden.',
};

export type ReviewReason = 'not-found' | 'not-allowed' | 'not-accepted';
export const reviewWords: Record<ReviewReason, string> = {
  'not-found': 'This reply does not exist.',
  'not-allowed': 'Only the people of the shop can do this.',
  'not-accepted': 'This reply is no longer marked as the solution.',
};

export type ReopenReason = 'not-found' | 'not-allowed' | 'not-solved';
export const reopenWords: Record<ReopenReason, string> = {
  'not-found': 'This thread does not exist.',
  'not-allowed': 'Only the person who asked and the shop can reopen a question.',
  'not-solved': 'This question is open already.',
};

export type WhetherReason = 'gone';
export const whetherWords: Record<WhetherReason, string> = {
  gone: 'This question is not there any more, or the link is not whole. Thank you anyway.',
};
