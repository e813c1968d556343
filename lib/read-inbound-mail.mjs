// @ts-check
import { SettingProblem } from './setting-problem.mjs';

/** @typedef {{ host: string, port: number, secure: boolean, user: string, password: string, folder: string }} MailboxSettings */
/** @typedef {{ kind: 'webhook', secret: string, replyAddress: string } | { kind: 'imap', mailbox: MailboxSettings, replyAddress: string }} InboundMail */

/** The signed address has 59 characters before the @ already, and mail servers take 64. */
const REPLY_NAME_MAX = 5;

/** @param {string | undefined} kind @param {string | undefined} secret @param {string | undefined} imapUrl
 * @param {string | undefined} address @returns {InboundMail | null} */
export function readInboundMail(kind, secret, imapUrl, address) {
  if (kind === undefined) return null;
  if (kind === 'imap') {
    const mailbox = readImapUrl(imapUrl);
    return { kind, mailbox, replyAddress: readReplyAddress(address) };
  }
  if (kind !== 'webhook') {
    throw new SettingProblem(
      `INBOUND_MAIL is "${kind}", but it must be INBOUND_MAIL=webhook or INBOUND_MAIL=imap, or left out.`,
    );
  }
  if (secret === undefined || secret.length < 20) {
    throw new SettingProblem(
      'INBOUND_MAIL_SECRET must have at least 20 characters; your mail server sends it with every mail. For example: openssl rand -hex 20.',
    );
  }
  return { kind, secret, replyAddress: readReplyAddress(address) };
}

/** @param {string | undefined} address @returns {string} */
function readReplyAddress(address) {
  const name = /^([a-z0-9]+)@[a-z0-9.-]+$/.exec(address ?? '')?.[1];
  if (address === undefined || name === undefined || name.length > REPLY_NAME_MAX) {
    throw new SettingProblem(
      `REPLY_ADDRESS must be an address in lower case with at most ${REPLY_NAME_MAX} characters before the @, for example REPLY_ADDRESS=reply@help.example.com.`,
    );
  }
  return address;
}

/** @param {string | undefined} raw @returns {MailboxSettings} */
function readImapUrl(raw) {
  const url = raw !== undefined && URL.canParse(raw) ? new URL(raw) : null;
  if (!url || !/^imaps?:$/.test(url.protocol) || !url.hostname || !url.username || !url.password) {
    throw new SettingProblem(
      'IMAP_URL must name user, password and host, and begin with imaps:// (or imap://), for example IMAP_URL=imaps://reply%40help.example.com:password@mail.example.com:993/INBOX.',
    );
  }
  const secure = url.protocol === 'imaps:';
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? (secure ? 993 : 143) : Number(url.port),
    secure,
    user: decoded(url.username),
    password: decoded(url.password),
    folder: decoded(url.pathname.slice(1)) || 'INBOX',
  };
}

/** A part of an address as it was meant; a lone % is a % of a password that was not encoded.
 * @param {string} part @returns {string} */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
