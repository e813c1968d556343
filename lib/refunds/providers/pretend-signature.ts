import { isTimedSignature, signTimed } from '@/lib/refunds/providers/timed-signature';
import { secret } from '@/lib/secrets';

/** Signs as the pretend provider does: under the installation's own webhook secret. */
export function signPretendWebhook(rawBody: string, at: Date): string {
  return signTimed(rawBody, at, secret('webhooks'));
}

/** Whether a header of the pretend provider signs exactly this body and is fresh. */
export function isPretendSignature(header: string, rawBody: string, now: Date): boolean {
  return isTimedSignature(header, rawBody, now, secret('webhooks'));
}
