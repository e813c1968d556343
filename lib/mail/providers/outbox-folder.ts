import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import nodemailer from 'nodemailer';
import { config } from '@/lib/config';
import { newId } from '@/lib/ids';
import type { toMessage } from '@/lib/mail/providers/message';

/** Without SMTP_URL each mail becomes `DATA_DIR/outbox/ID.eml`. A second try of the same mail writes the same file. */
export async function writeToOutboxFolder(id: string, message: ReturnType<typeof toMessage>): Promise<void> {
  const folder = path.join(config().dataDir, 'outbox');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'crlf' });
  const sent = await transport.sendMail(message);
  if (!Buffer.isBuffer(sent.message)) throw new Error('The mail could not be composed.');
  // A name of its own, because two workers may write the same mail at once; the rename makes it one file.
  const draft = path.join(folder, `.${id}.${newId()}.part`);
  await writeFile(draft, sent.message, { mode: 0o600 });
  await rename(draft, path.join(folder, `${id}.eml`));
}
