import { config } from '@/lib/config';
import { headerLine } from '@/lib/mail/compose';

export type StoredMail = {
  id: string;
  toEmail: string;
  toName: string;
  subject: string;
  text: string;
  html: string;
  headers: string;
  createdAt: Date;
};

/** Our rows as nodemailer wants them: addresses as objects, one recipient, headers that tell other machines not to answer.
 * The Message-ID is the mail's own, so a mail sent twice after a crash is one message to mail programs. */
export function toMessage(mail: StoredMail, shopName: string) {
  const { mailFrom, siteUrl } = config();
  return {
    messageId: `<${mail.id}@${new URL(siteUrl).hostname}>`,
    date: mail.createdAt,
    from: { name: headerLine(mailFrom.name || shopName, 100), address: mailFrom.address },
    to: [{ name: mail.toName, address: mail.toEmail }],
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(JSON.parse(mail.headers) as Record<string, string>),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
