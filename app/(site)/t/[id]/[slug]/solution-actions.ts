'use server';

import { onThisThread } from '@/app/(site)/t/[id]/[slug]/on-this-thread';
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
  after: onThisThread,
});

export const reopenThreadAction = userAction({
  schema: ReopenThread,
  limit: 'vote',
  run: reopenThread,
  words: reopenWords,
  after: onThisThread,
});

export const reviewAnswerAction = helperAction({
  schema: ReviewAnswer,
  limit: 'desk',
  run: reviewAnswer,
  words: reviewWords,
  after: onThisThread,
});
