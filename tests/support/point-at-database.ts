import { forgetConfig } from '@/lib/config';

/** Variables of the developer's shell that must not reach a test. */
const FOREIGN = [
  'SITE_URL',
  'SMTP_URL',
  'MAIL_FROM',
  'TRUST_PROXY',
  'SEARCH_MEMORY_DOCUMENTS',
  'NOTIFY_AFTER_SECONDS',
  'REFUND_UNDO_SECONDS',
  'INBOUND_MAIL',
  'INBOUND_MAIL_SECRET',
  'IMAP_URL',
  'REPLY_ADDRESS',
  'OWNER_EMAIL',
  'OWNER_PASSWORD',
  'PORT',
  'HOST',
];

/** Points this process to a database and a data folder, before or after the settings were read. */
export function pointAtDatabase(url: string, dataDir: string): void {
  for (const name of FOREIGN) delete process.env[name];
  process.env.DATABASE_URL = url;
  process.env.DATA_DIR = dataDir;
  forgetConfig();
}
