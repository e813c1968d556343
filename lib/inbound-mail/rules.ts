import { HOUR, MINUTE } from '@/lib/clock';
import type { MailboxSettings } from '@/lib/inbound-mail/schema';

/** A sentence of a mail server. */
export const PROBLEM_MAX = 300;
/** One failure may be a restart of the server; from here on the desk tells the owner. */
export const FAILURES_SHOWN = 3;

/** What stands for a mailbox: other settings begin with a clean slate. */
export function mailboxKey({ user, host, port, folder }: MailboxSettings): string {
  return `${user}@${host}:${port}/${folder}`.slice(0, 500);
}

/** How long a mailbox is left alone after so many failures in a row: 1, 2, 4 … minutes, an hour at most. */
export function waitAfter(failures: number): number {
  return Math.min(HOUR, MINUTE * 2 ** Math.max(0, failures - 1));
}
