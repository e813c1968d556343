'use server';

import { reopenThread } from '@/lib/forum/solutions/reopen-thread';
import { reportAnswer } from '@/lib/forum/solutions/report-answer';
import { reviewAnswer } from '@/lib/forum/solutions/review-answer';
import {
  ReopenThread,
  ReportAnswer,
  ReviewAnswer,
  reopenWords,
  reportWords,
  reviewWords,
} from '@/lib/forum/solutions/schema';
import { helperAction, userAction } from '@/lib/web/action';

export const reportAnswerAction = userAction({
  schema: ReportAnswer,
  limit: 'vote',
  run: reportAnswer,
  words: reportWords,
  status: { 'not-found': 404, own: 403 },
  after: ({ threadId }) => ({ refresh: `/t/${threadId}` }),
});

export const reopenThreadAction = userAction({
  schema: ReopenThread,
  limit: 'vote',
  run: reopenThread,
  words: reopenWords,
  status: { 'not-found': 404, 'not-allowed': 403 },
  after: ({ threadId }) => ({ refresh: `/t/${threadId}` }),
});

export const reviewAnswerAction = helperAction({
  schema: ReviewAnswer,
  limit: 'desk',
  run: reviewAnswer,
  words: reviewWords,
  status: { 'not-found': 404, 'not-allowed': 403 },
  after: ({ threadId }) => ({ refresh: `/t/${threadId}` }),
});
