import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '@/lib/config';
import { StartError } from '@/lib/errors';

test('without any setting the site runs on port 3000 with a database in ./data', () => {
  const settings = readConfig({});
  expect(settings.port).toBe(3000);
  expect(settings.siteUrl).toBe('http://localhost:3000');
  expect(settings.databaseKind).toBe('sqlite');
  expect(settings.databaseUrl).toBe(`file:${process.cwd()}/data/porchlight.db`);
  expect(settings.siteUrlIsSet).toBe(false);
  expect(settings.searchMemoryDocuments).toBe(200_000);
});

test.each([
  ['PORT', { PORT: 'eighty' }],
  ['PORT', { PORT: '70000' }],
  ['PORT', { PORT: '-1' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost/x' }],
  ['DATABASE_URL', { DATABASE_URL: 'postgresql://localhost' }],
  ['DATABASE_URL', { DATABASE_URL: 'file:' }],
  ['SITE_URL', { SITE_URL: 'help.example.com' }],
  ['SITE_URL', { SITE_URL: 'https://example.com/help' }],
  ['SITE_URL', { SITE_URL: 'ftp://example.com' }],
  ['SMTP_URL', { SMTP_URL: 'mail.example.com' }],
  ['MAIL_FROM', { MAIL_FROM: 'My Shop' }],
  ['MAIL_FROM', { MAIL_FROM: 'a@example.com\r\nBcc: b@example.com' }],
  ['TRUST_PROXY', { TRUST_PROXY: 'loopback' }],
  ['SEARCH_MEMORY_DOCUMENTS', { SEARCH_MEMORY_DOCUMENTS: 'many' }],
  ['SEARCH_MEMORY_DOCUMENTS', { SEARCH_MEMORY_DOCUMENTS: '-1' }],
  ['STRIPE_SECRET_KEY', { STRIPE_SECRET_KEY: 'pk_live_thepublicone' }],
  ['STRIPE_SECRET_KEY', { STRIPE_WEBHOOK_SECRET: 'whsec_0123456789abc' }],
  ['STRIPE_WEBHOOK_SECRET', { STRIPE_SECRET_KEY: 'sk_test_0123456789', STRIPE_WEBHOOK_SECRET: 'secret' }],
  [
    'STRIPE_API_BASE',
    { STRIPE_SECRET_KEY: 'sk_test_0123456789', STRIPE_API_BASE: 'http://stripe.example.com' },
  ],
  ['PAYPAL_CLIENT_ID', { PAYPAL_CLIENT_SECRET: 'secret' }],
  [
    'PAYPAL_API_BASE',
    { PAYPAL_CLIENT_ID: 'id', PAYPAL_CLIENT_SECRET: 's', PAYPAL_API_BASE: 'ftp://localhost' },
  ],
  ['OWNER_PASSWORD', { OWNER_EMAIL: 'o@example.com', OWNER_PASSWORD: 'short' }],
  ['OWNER_EMAIL', { OWNER_PASSWORD: 'long enough it is' }],
])('a wrong %s stops the start with one sentence that names it and gives an example', (name, env) => {
  const read = () => readConfig(env);
  expect(read).toThrow(StartError);
  expect(read).toThrow(new RegExp(`${name}[\\s\\S]*for example`));
});

test('keys of payment providers are never repeated in the sentence about them', () => {
  const keys = { STRIPE_SECRET_KEY: 'sk_live_with spaces', STRIPE_WEBHOOK_SECRET: 'whsec_0123456789abc' };
  expect(() => readConfig(keys)).toThrow(/STRIPE_SECRET_KEY/);
  expect(() => readConfig(keys)).not.toThrow(/with spaces|0123456789abc/);
});

test('a complete environment is understood', () => {
  const settings = readConfig({
    PORT: '8080',
    DATA_DIR: '/srv/porchlight',
    DATABASE_URL: 'postgresql://u:p@db.example.com:5432/porchlight',
    SITE_URL: 'https://help.example.com/',
    SMTP_URL: 'smtps://u:p@mail.example.com:465',
    MAIL_FROM: 'My Shop <help@example.com>',
    TRUST_PROXY: '1',
    SEARCH_MEMORY_DOCUMENTS: '50000',
  });
  expect(settings).toMatchObject({
    port: 8080,
    dataDir: '/srv/porchlight',
    databaseKind: 'postgresql',
    siteUrl: 'https://help.example.com',
    mailFrom: { name: 'My Shop', address: 'help@example.com' },
    trustProxy: 1,
    searchMemoryDocuments: 50_000,
  });
});

test('npm start says so before it installs or builds anything, whether set in the environment or in .env', () => {
  const clone = mkdtempSync(path.join(os.tmpdir(), 'porchlight-clone-'));
  try {
    cpSync('bin', path.join(clone, 'bin'), { recursive: true });
    cpSync('lib/read-settings.mjs', path.join(clone, 'lib/read-settings.mjs'));
    const start = (env: NodeJS.ProcessEnv) =>
      spawnSync(process.execPath, ['bin/start.mjs'], { cwd: clone, env, encoding: 'utf8', timeout: 20_000 });
    const { PORT: _, TRUST_PROXY: __, ...env } = process.env;
    const typed = start({ ...env, PORT: 'eighty' });
    expect([typed.status, typed.stdout]).toEqual([1, '']);
    expect(typed.stderr).toMatch(
      /^\s*Porchlight cannot start: PORT is "eighty".*for example PORT=3000\.\s*$/,
    );
    writeFileSync(path.join(clone, '.env'), 'TRUST_PROXY=loopback\n');
    const written = start(env);
    expect([written.status, written.stdout]).toEqual([1, '']);
    expect(written.stderr).toContain('TRUST_PROXY is "loopback"');
  } finally {
    rmSync(clone, { recursive: true });
  }
});

test('a mailbox is named by one address, whose parts may be encoded', () => {
  const settings = { INBOUND_MAIL: 'imap', REPLY_ADDRESS: 'reply@help.example.com' };
  const read = (IMAP_URL: string) => readConfig({ ...settings, IMAP_URL }).inboundMail;
  expect(read('imaps://reply%40help.example.com:p%3Aw@mail.example.com/Support%20replies')).toEqual({
    kind: 'imap',
    replyAddress: 'reply@help.example.com',
    mailbox: {
      host: 'mail.example.com',
      port: 993,
      secure: true,
      user: 'reply@help.example.com',
      password: 'p:w',
      folder: 'Support replies',
    },
  });
  expect(read('imap://u:100%@[::1]:1143')).toMatchObject({
    mailbox: { host: '::1', port: 1143, secure: false, password: '100%', folder: 'INBOX' },
  });
  for (const wrong of ['', 'mail.example.com', 'https://u:p@mail.example.com', 'imaps://mail.example.com'])
    expect(() => read(wrong), wrong).toThrow(/IMAP_URL must name user, password and host/);
  expect(() => readConfig({ ...settings, INBOUND_MAIL: 'pop3' })).toThrow(/webhook or INBOUND_MAIL=imap/);
});
