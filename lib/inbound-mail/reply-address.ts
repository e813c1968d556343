import { config } from '@/lib/config';
import { sameSecret, sign } from '@/lib/secrets';

/** 128 bits in letters and digits of one case, because some servers write addresses in lower case: 26 of them. */
const MAC = 26;
const TOKEN = /^([0-9a-z]{16})([0-9a-z]{16})([0-9a-v]{26})$/;

/** Where one person's answer to one thread goes, or null when replies by mail are off. Who has the address may post there as
 * this person (with their own From), so it is in mails to them alone; new secrets revoke all of them. */
export function replyAddress(personId: string, threadId: string): string | null {
  const { inboundMail } = config();
  if (!inboundMail || personId.length !== 16 || threadId.length !== 16) return null;
  const [local, domain] = inboundMail.replyAddress.split('@');
  return `${local}+${personId}${threadId}${mac(personId, threadId)}@${domain}`;
}

/** Whose answer to what an address is for, or null for an address that is not one of these. */
export function replyOfAddress(address: string): { personId: string; threadId: string } | null {
  const { inboundMail } = config();
  if (!inboundMail) return null;
  const [local = '', domain = ''] = inboundMail.replyAddress.split('@');
  const given = address.toLowerCase();
  if (!given.startsWith(`${local}+`) || !given.endsWith(`@${domain}`)) return null;
  const token = given.slice(local.length + 1, -(domain.length + 1));
  const [, personId = '', threadId = '', signed = ''] = TOKEN.exec(token) ?? [];
  return signed !== '' && sameSecret(signed, mac(personId, threadId)) ? { personId, threadId } : null;
}

function mac(personId: string, threadId: string): string {
  const bytes = Buffer.from(sign('links', 'reply-by-mail', personId, threadId), 'base64url').subarray(0, 16);
  return BigInt(`0x${bytes.toString('hex')}`)
    .toString(32)
    .padStart(MAC, '0');
}
