import webPush from 'web-push';
import { HOUR, SECOND } from '@/lib/clock';
import { config } from '@/lib/config';
import { pushKeys } from '@/lib/notifications/push/push-keys';
import { isPushService } from '@/lib/notifications/push/schema';

export type PushTarget = { endpoint: string; p256dh: string; auth: string };
/** @returns the status that the push service answered @throws when it could not be reached */
export type SendPush = (target: PushTarget, payload: string) => Promise<number>;

/** News that is a day old is seen on the site. */
const KEPT_SECONDS = (24 * HOUR) / SECOND;

/** Hands one message to the browser's push service, encrypted for that browser. */
export const sendByWebPush: SendPush = async ({ endpoint, p256dh, auth }, payload) => {
  // Rows are checked when they are written; this is the place that would do the harm.
  if (!isPushService(endpoint)) return 410;
  const { siteUrl, mailFrom } = config();
  const subject = siteUrl.startsWith('https:') ? siteUrl : `mailto:${mailFrom.address}`;
  try {
    const answer = await webPush.sendNotification({ endpoint, keys: { p256dh, auth } }, payload, {
      vapidDetails: { subject, ...pushKeys() },
      TTL: KEPT_SECONDS,
      timeout: 10 * SECOND,
    });
    return answer.statusCode;
  } catch (error) {
    if (error instanceof webPush.WebPushError) return error.statusCode;
    throw error;
  }
};
