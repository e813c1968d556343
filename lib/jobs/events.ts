/** What can happen → what it carries. Only ids: a handler reads the rows as they are when it runs. */
export type Events = {
  'mail.queued': { mailId: string };
  /** `starter`: the owner asked for the starter articles. */
  'accounts.owner-set-up': { personId: string; starter: boolean };
  'faq.article-changed': { articleId: string };
  'forum.thread-changed': { threadId: string };
  'forum.reply-posted': { replyId: string };
  'forum.answer-accepted': { threadId: string; replyId: string };
  'digest.published': { digestId: string };
  'refund.approved': { refundId: string };
  'refund.check-due': { refundId: string };
  'refund.succeeded': { refundId: string };
  'refund.failed': { refundId: string };
  'timetable.tick': { task: string; due: string };
};

export type EventName = keyof Events;
