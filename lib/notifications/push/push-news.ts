import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { messageOf } from '@/lib/errors';
import { threadHref } from '@/lib/forum/rules';
import { log } from '@/lib/log';
import { FAILURES_MAX } from '@/lib/notifications/push/schema';
import { type PushTarget, type SendPush, sendByWebPush } from '@/lib/notifications/push/send-by-web-push';
import { choicesFrom } from '@/lib/notifications/rules';
import type { Kind, Reason } from '@/lib/notifications/schema';
import { wordsOf } from '@/lib/words/catalogue';
import { DEFAULT_LANGUAGE, languageOf } from '@/lib/words/languages';

/** Pushes one notification to the browsers of its person, once, unless it was read or hidden meanwhile. The message has the
 * title everybody may read, the reason and an address: nothing of a post's words, nothing private.
 * @param send how; tests hand in their own */
export async function pushNews(notificationId: string, send: SendPush = sendByWebPush): Promise<void> {
  const news = await db.notification.findFirst({
    where: {
      id: notificationId,
      readAt: null,
      thread: { hiding: null },
      person: { suspendedAt: null, deletedAt: null },
      OR: [{ replyId: null }, { reply: { hiding: null } }],
    },
    select: {
      kind: true,
      reason: true,
      replyId: true,
      thread: { select: { id: true, slug: true, title: true } },
      person: { select: { language: true, notificationChoices: true, pushSubscriptions: true } },
    },
  });
  if (!news?.thread || !choicesFrom(news.person.notificationChoices)[news.kind as Kind].push) return;
  // Marked before it is sent: of two runs one sends, and after a crash it is left out rather than shown twice.
  const { count } = await db.notification.updateMany({
    where: { id: notificationId, pushedAt: null },
    data: { pushedAt: now() },
  });
  if (count === 0) return;
  const href = threadHref(news.thread);
  const { pushed } = wordsOf(languageOf(news.person.language) ?? DEFAULT_LANGUAGE).notifications;
  const payload = JSON.stringify({
    title: news.thread.title,
    body: pushed[news.reason as Reason],
    url: news.replyId ? `${href}?reply=${news.replyId}` : href,
  });
  for (const browser of news.person.pushSubscriptions) await pushTo(browser, payload, send);
}

async function pushTo(browser: PushTarget & { id: string }, payload: string, send: SendPush): Promise<void> {
  const { id } = browser;
  const status = await send(browser, payload).catch((error: unknown) => {
    log.warn('push.failed', { error: messageOf(error) });
    return 0;
  });
  if (status === 404 || status === 410) {
    await db.pushSubscription.deleteMany({ where: { id } });
  } else if (status >= 200 && status < 300) {
    await db.pushSubscription.updateMany({ where: { id, failures: { gt: 0 } }, data: { failures: 0 } });
  } else {
    await db.pushSubscription.updateMany({ where: { id }, data: { failures: { increment: 1 } } });
    await db.pushSubscription.deleteMany({ where: { id, failures: { gte: FAILURES_MAX } } });
  }
}
