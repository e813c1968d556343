/** What can happen → what it carries. Only ids: a handler reads the rows as they are when it runs. */
export type Events = {
  'mail.queued': { mailId: string };
  /** `starter`: the owner asked for the starter articles. */
  'accounts.owner-set-up': { personId: string; starter: boolean };
  /** Somebody confirmed a mailed link or its code. */
  'accounts.address-proven': { linkId: string; personId: string };
  /** Somebody's account is gone; what they wrote stays without their name, or goes. */
  'accounts.person-left': { personId: string; keepTexts: boolean };
  'faq.article-changed': { articleId: string };
  'forum.thread-changed': { threadId: string };
  'forum.thread-started': { threadId: string };
  /** Words of a question (no reply) or of a reply changed. */
  'forum.post-edited': { threadId: string; replyId: string | null };
  'forum.reply-posted': { replyId: string };
  'forum.answer-accepted': { threadId: string; replyId: string };
  /** Two people say that it no longer works: it waits for the staff. */
  'forum.answer-doubted': { threadId: string; replyId: string };
  /** The staff found that it no longer holds. */
  'forum.answer-outdated': { threadId: string; replyId: string };
  'forum.thread-reopened': { threadId: string };
  /** Its posts stand in another thread from now on. */
  'forum.thread-merged': { threadId: string };
  /** The time for second thoughts is over, or the day since the last mail: what is unread goes out. */
  'notifications.mail-due': { personId: string; threadId: string };
  'notifications.push-due': { notificationId: string };
  /** The day's budget has room again: everything unread goes out as one mail. */
  'notifications.gather-due': { personId: string };
  'digest.published': { digestId: string };
  'refund.approved': { refundId: string };
  /** It is held back until the owner has looked, or still is shortly before that was promised. */
  'refund.waits': { refundId: string };
  'refund.due': { refundId: string };
  'refund.check-due': { refundId: string };
  'refund.succeeded': { refundId: string };
  'refund.failed': { refundId: string };
  /** A guest typed number and address of an order to get a code. */
  'order.code-wanted': { requestId: string };
  /** Somebody told of money that went back, and only its payment provider knows all of it: it is asked. */
  'order.look-due': { orderId: string };
  'timetable.tick': { task: string; due: string };
};

export type EventName = keyof Events;
