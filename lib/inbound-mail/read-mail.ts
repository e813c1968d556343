import { createHash } from 'node:crypto';
import EmailReplyParser from 'email-reply-parser';
import { type AddressObject, simpleParser } from 'mailparser';
import { htmlToMarkdown } from '@/lib/html-to-markdown';
import type { MailHeader } from '@/lib/inbound-mail/automatic-mail';
import { TEXT_MAX } from '@/lib/inbound-mail/schema';
import { cleanText } from '@/lib/text';

export type ReadMail = {
  /** Its Message-ID, or a fingerprint of the whole mail where it has none. */
  messageId: string;
  /** Address of its From, lower case; '' when there is none or more than one. */
  from: string;
  /** Every address it says it was for. */
  recipients: string[];
  headers: MailHeader[];
  /** What its author wrote, without what was quoted and the signature, as Markdown. */
  words: string;
  attachments: number;
};

/** Reads a raw mail (RFC 822). @throws when it is none */
export async function readMail(raw: Buffer): Promise<ReadMail> {
  const mail = await simpleParser(raw, { skipImageLinks: true, skipTextToHtml: true, skipTextLinks: true });
  const headers = mail.headerLines.map(({ key, line }) => ({
    key,
    value: line
      .slice(line.indexOf(':') + 1)
      .replace(/\s+/g, ' ')
      .trim(),
  }));
  const html = typeof mail.html === 'string' ? mail.html.slice(0, TEXT_MAX) : '';
  // The parser makes text of HTML by itself where there is none; ours keeps links and lists.
  const hasText = /^content-type:\s*text\/plain/im.test(raw.subarray(0, TEXT_MAX).toString('latin1'));
  const text = html !== '' && !hasText ? htmlToMarkdown(withoutQuotes(html)) : (mail.text ?? '');
  const from = mail.from?.value.flatMap((one) => one.address ?? []) ?? [];
  const delivered = headers
    .filter(({ key }) => ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'].includes(key))
    .map(({ value }) => value.replace(/[<>]/g, ''));
  return {
    messageId: mail.messageId?.slice(0, 500) ?? `sha256:${createHash('sha256').update(raw).digest('hex')}`,
    from: from.length === 1 ? (from[0] ?? '').toLowerCase() : '',
    recipients: [...addressesOf(mail.to), ...addressesOf(mail.cc), ...delivered],
    headers,
    words: cleanText(new EmailReplyParser().parseReply(text.slice(0, TEXT_MAX))).trim(),
    attachments: mail.attachments.length,
  };
}

/** Mail programs put what they quote into one of these, behind the author's words. */
function withoutQuotes(html: string): string {
  const start = html.search(
    /<(?:blockquote|div)[^>]*(?:gmail_quote|moz-cite-prefix|type="?cite|yahoo_quoted)/i,
  );
  return start > 0 ? html.slice(0, start) : html;
}

function addressesOf(field: AddressObject | AddressObject[] | undefined): string[] {
  return [field ?? []].flat().flatMap(({ value }) => value.flatMap((one) => one.address ?? []));
}
