import nodemailer, { type Transporter } from 'nodemailer';
import { SECOND } from '@/lib/clock';
import type { toMessage } from '@/lib/mail/providers/message';

let transport: { url: string; transporter: Transporter } | null = null;

/** Hands a mail to the SMTP server.
 * @throws what the server or the network said; the job tries again later */
export async function sendBySmtp(url: string, message: ReturnType<typeof toMessage>): Promise<void> {
  if (transport?.url !== url) {
    const timeouts = {
      connectionTimeout: 10 * SECOND,
      greetingTimeout: 10 * SECOND,
      socketTimeout: 30 * SECOND,
    };
    transport = {
      url,
      transporter: nodemailer.createTransport({ url, pool: true, maxConnections: 2, ...timeouts }),
    };
  }
  await transport.transporter.sendMail(message);
}
