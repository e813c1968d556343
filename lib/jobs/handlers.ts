import { deleteDueAccounts } from '@/lib/accounts/leaving/delete-due-accounts';
import { actorById } from '@/lib/accounts/queries';
import { removeExpiredSignIns } from '@/lib/accounts/remove-expired-sign-ins';
import { postWaitingQuestion } from '@/lib/asking/post-waiting-question';
import { draftTodaysDigest } from '@/lib/digests/draft-digest';
import { dropOldDrafts } from '@/lib/drafts/drop-draft';
import { forgetHolder } from '@/lib/drafts/forget-holder';
import { addStarterContent } from '@/lib/faq/add-starter-content';
import { followMergedThread } from '@/lib/faq/follow-merged-thread';
import { forgetFollower } from '@/lib/following/forget-follower';
import { LIMITED } from '@/lib/forum/check-limits';
import { forgetAuthor } from '@/lib/forum/forget-author';
import { postReply } from '@/lib/forum/post-reply';
import { closeSilentRounds } from '@/lib/forum/solutions/answer-whether-solved';
import { askWhetherSolved } from '@/lib/forum/solutions/ask-whether-solved';
import { readMailbox } from '@/lib/inbound-mail/read-mailbox';
import { takeInMail } from '@/lib/inbound-mail/take-in-mail';
import { removeOldSearches } from '@/lib/insights/remove-old-searches';
import { forgetVisitors } from '@/lib/insights/tell-visitors-apart';
import type { Events } from '@/lib/jobs/events';
import { removeOldJobs } from '@/lib/jobs/schedule';
import type { Handlers } from '@/lib/jobs/worker';
import { sendMail } from '@/lib/mail/send-mail';
import { forgetPerson } from '@/lib/notifications/forget-person';
import { mailGathered, mailNews } from '@/lib/notifications/mail-news';
import { pushNews } from '@/lib/notifications/push/push-news';
import {
  tellOfAcceptance,
  tellOfEdit,
  tellOfOutdated,
  tellOfReopening,
  tellOfReply,
  tellOfThread,
} from '@/lib/notifications/tell';
import { forgetReader } from '@/lib/reading/forget-reader';
import { auditRefunds } from '@/lib/refunds/audit/audit-refunds';
import { mailWaiting } from '@/lib/refunds/breaker/mail-waiting';
import { checkRefund } from '@/lib/refunds/check-refund';
import { mailApproval, mailCompletion, mailFailure } from '@/lib/refunds/mail-refund';
import { forgetRequester } from '@/lib/refunds/orders/forget-requester';
import { lookAtPayment } from '@/lib/refunds/orders/look-at-payment';
import { removeOldCodes } from '@/lib/refunds/orders/remove-old-codes';
import { sendOrderCode } from '@/lib/refunds/orders/send-order-code';
import { payRefund } from '@/lib/refunds/pay-refund';
import { sweepRefunds } from '@/lib/refunds/sweep-refunds';
import { indexArticle, indexThread } from '@/lib/search/index-document';
import { forgetGiver } from '@/lib/uploads/forget-giver';
import { removeOrphans } from '@/lib/uploads/remove-orphans';

const tasks: Record<string, () => Promise<void>> = {
  'draft-digest': draftTodaysDigest,
  'sweep-refunds': sweepRefunds,
  'audit-refunds': async () => {
    await auditRefunds();
  },
  'read-mailbox': () => readMailbox((raw) => takeInMail(raw, postReply, LIMITED)),
  'ask-whether-solved': async () => {
    await closeSilentRounds();
    await askWhetherSolved();
  },
  tidy: async () => {
    await removeOldJobs();
    await deleteDueAccounts();
    await removeExpiredSignIns();
    await removeOldCodes();
    await dropOldDrafts();
    await forgetVisitors();
    await removeOldSearches();
    await removeOrphans();
  },
};

/** What each event causes: event → name of the job → function. The only file that knows all rooms. */
export const handlers: Handlers = {
  'mail.queued': { send: ({ mailId }) => sendMail(mailId) },
  'accounts.owner-set-up': { 'add-starter-content': addWantedStarterContent },
  'accounts.address-proven': { 'post-question': postProvenQuestion },
  'accounts.person-left': {
    texts: ({ personId, keepTexts }) => forgetAuthor(personId, keepTexts),
    follows: ({ personId }) => forgetFollower(personId),
    reading: ({ personId }) => forgetReader(personId),
    news: ({ personId }) => forgetPerson(personId),
    drafts: ({ personId }) => forgetHolder(`person:${personId}`),
    picture: ({ personId }) => forgetGiver(personId),
    refunds: ({ personId }) => forgetRequester(personId),
  },
  'faq.article-changed': { index: ({ articleId }) => indexArticle(articleId) },
  'forum.thread-changed': { index: ({ threadId }) => indexThread(threadId) },
  'forum.thread-started': { tell: ({ threadId }) => tellOfThread(threadId) },
  'forum.post-edited': { tell: tellOfEdit },
  'forum.reply-posted': { tell: ({ replyId }) => tellOfReply(replyId) },
  'forum.answer-accepted': { tell: ({ replyId }) => tellOfAcceptance(replyId) },
  'forum.answer-doubted': {},
  'forum.answer-outdated': { tell: tellOfOutdated },
  'forum.thread-reopened': { tell: ({ threadId }) => tellOfReopening(threadId) },
  'notifications.mail-due': { mail: ({ personId, threadId }) => mailNews(personId, threadId) },
  'notifications.push-due': { push: ({ notificationId }) => pushNews(notificationId) },
  'notifications.gather-due': { mail: ({ personId }) => mailGathered(personId) },
  'forum.thread-merged': { 'follow-article': ({ threadId }) => followMergedThread(threadId) },
  'digest.published': {},
  'refund.approved': {
    mail: ({ refundId }) => mailApproval(refundId),
  },
  'refund.waits': { mail: ({ refundId }) => mailWaiting(refundId) },
  'refund.due': { pay: ({ refundId }) => payRefund(refundId) },
  'refund.check-due': { check: ({ refundId }) => checkRefund(refundId) },
  'refund.succeeded': { mail: ({ refundId }) => mailCompletion(refundId) },
  'order.code-wanted': { mail: ({ requestId }) => sendOrderCode(requestId) },
  'order.look-due': {
    look: async ({ orderId }) => {
      await lookAtPayment(orderId);
    },
  },
  'refund.failed': { mail: ({ refundId }) => mailFailure(refundId) },
  'timetable.tick': { run: runTask },
};

async function runTask({ task }: Events['timetable.tick']): Promise<void> {
  await tasks[task]?.();
}

/** A new owner may ask for the dozen articles to begin with. */
async function addWantedStarterContent(setUp: Events['accounts.owner-set-up']): Promise<void> {
  const owner = setUp.starter ? await actorById(setUp.personId) : null;
  if (owner) await addStarterContent(owner);
}

/** The page that confirms posts it itself; this is for when it does not come that far. */
async function postProvenQuestion({ linkId, personId }: Events['accounts.address-proven']): Promise<void> {
  await postWaitingQuestion(linkId, personId);
}
