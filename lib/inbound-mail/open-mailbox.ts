import { ImapFlow } from 'imapflow';
import { SECOND } from '@/lib/clock';
import { messageOf } from '@/lib/errors';
import type { MailboxSettings } from '@/lib/inbound-mail/schema';
import { log } from '@/lib/log';

/** A server that does not answer a new connection for so long is taken for dead … */
const CONNECT_WITHIN = 15 * SECOND;
/** … and one that falls silent in the middle. */
const SILENT_FOR = 30 * SECOND;

/** A mailbox that is open for reading. */
export type Mailbox = {
  /** Numbers (UIDs) of the mails that nobody has seen, oldest first. */
  unseen: () => Promise<number[]>;
  size: (uid: number) => Promise<number>;
  /** The raw mail; looking at it does not mark it. Null when it has gone meanwhile. */
  read: (uid: number) => Promise<Buffer | null>;
  markSeen: (uid: number) => Promise<void>;
  close: () => Promise<void>;
};

/** Connects and opens the folder. Without `imaps` the connection is encrypted before the password goes out, except to a
 * server on this very machine.
 * @throws when the server cannot be reached, refuses the password or has no such folder */
export async function openMailbox(
  settings: MailboxSettings,
  { connectWithin = CONNECT_WITHIN, silentFor = SILENT_FOR } = {},
): Promise<Mailbox> {
  const { host, port, secure, user, password, folder } = settings;
  const isHere = /^(localhost|127\.0\.0\.1|::1)$/.test(host);
  const client = new ImapFlow({
    host,
    port,
    secure,
    ...(secure || isHere ? {} : { doSTARTTLS: true }),
    auth: { user, pass: password },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: connectWithin,
    greetingTimeout: connectWithin,
    socketTimeout: silentFor,
  });
  // What breaks between two commands is told again by the next one.
  client.on('error', (error: Error) => log.warn('inbound-mail.connection', { error: error.message }));
  try {
    await client.connect();
    const lock = await client.getMailboxLock(folder);
    return {
      unseen: async () => {
        const found = await client.search({ seen: false }, { uid: true });
        return Array.isArray(found) ? found.sort((a, b) => a - b) : [];
      },
      size: async (uid) => {
        const facts = await client.fetchOne(String(uid), { size: true }, { uid: true });
        return facts ? (facts.size ?? 0) : 0;
      },
      read: async (uid) => {
        const mail = await client.fetchOne(String(uid), { source: true }, { uid: true });
        return mail ? (mail.source ?? null) : null;
      },
      markSeen: async (uid) => {
        if (!(await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true })))
          throw new Error('The server did not mark the mail as seen.');
      },
      close: async () => {
        lock.release();
        await client.logout().catch(() => client.close());
      },
    };
  } catch (error) {
    client.close();
    throw new Error(wordsOf(error));
  }
}

/** What the server said, where the library only says that a command failed. */
function wordsOf(error: unknown): string {
  const said: unknown = typeof error === 'object' && error ? Reflect.get(error, 'responseText') : undefined;
  return typeof said === 'string' && said !== '' ? said : messageOf(error);
}
