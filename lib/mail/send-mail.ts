import { now } from '@/lib/clock';
import { config } from '@/lib/config';
import { db } from '@/lib/db/client';
import { messageOf, PermanentFailure } from '@/lib/errors';
import { TRIES } from '@/lib/jobs/worker';
import { noteBounce } from '@/lib/mail/note-bounce';
import { toMessage } from '@/lib/mail/providers/message';
import { writeToOutboxFolder } from '@/lib/mail/providers/outbox-folder';
import { sendBySmtp } from '@/lib/mail/providers/smtp';
import { shopSettings } from '@/lib/settings/queries';

/** Sends one mail of the outbox; a mail that is sent stays sent.
 * @throws so that the job tries again; PermanentFailure when the server refused for good (5xx) */
export async function sendMail(mailId: string): Promise<void> {
  const mail = await db.mail.findUnique({ where: { id: mailId } });
  if (!mail || mail.state === 'sent') return;
  const message = toMessage(mail, (await shopSettings()).shopName);
  const { smtpUrl } = config();
  try {
    if (smtpUrl) await sendBySmtp(smtpUrl, message);
    else await writeToOutboxFolder(mail.id, message);
  } catch (error) {
    const refused = isPermanent(error);
    await db.mail.updateMany({
      where: { id: mailId, state: { not: 'sent' } },
      data: {
        attempts: { increment: 1 },
        lastError: messageOf(error).slice(0, 500),
        state: refused ? 'parked' : 'waiting',
      },
    });
    await noteBounce(mail.toEmail, addressFault(error, mail.attempts + 1));
    throw refused ? new PermanentFailure(messageOf(error)) : error;
  }
  await db.mail.updateMany({
    where: { id: mailId },
    data: { state: 'sent', sentAt: now(), attempts: { increment: 1 }, lastError: null },
  });
  await noteBounce(mail.toEmail, 'delivered');
}

function isPermanent(error: unknown): boolean {
  if (!(error instanceof Error) || !('responseCode' in error)) return false;
  const code = Number(error.responseCode);
  return code >= 500 && code < 600;
}

/** What a failure says about the address it was for. Only an answer to its RCPT counts: a server that cannot be reached,
 * or refuses our password, is no fault of the person's.
 * @param attempt how many tries this mail had, this one included */
function addressFault(error: unknown, attempt: number): 'refused' | 'gaveUp' | null {
  if (!(error instanceof Error) || !('command' in error) || error.command !== 'RCPT TO') return null;
  if (isPermanent(error)) return 'refused';
  return attempt % TRIES === 0 ? 'gaveUp' : null;
}
