/** A mail with what people attach to mails; what is larger is refused unread. */
export const MAIL_MAX = 25 * 1024 * 1024;
/** Words beyond this are not read: a reply is at most 30,000 characters. */
export const TEXT_MAX = 256 * 1024;

/** A mailbox that is read by IMAP. */
export type MailboxSettings = {
  host: string;
  port: number;
  /** Encrypted from the first byte. */
  secure: boolean;
  user: string;
  password: string;
  folder: string;
};
