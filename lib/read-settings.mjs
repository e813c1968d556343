// @ts-check
// Plain JavaScript, because `npm start` reads the settings before anything is installed (bin/start.mjs), and the site
// reads them again through lib/config.ts: one truth about what they may look like.
import path from 'node:path';

/** @typedef {{ host: string, port: number, secure: boolean, user: string, password: string, folder: string }} MailboxSettings */
/** @typedef {{ kind: 'webhook', secret: string, replyAddress: string } | { kind: 'imap', mailbox: MailboxSettings, replyAddress: string }} InboundMail */

/** @typedef {object} Settings
 * @property {boolean} production
 * @property {number} port
 * @property {string} host Address to listen on.
 * @property {string} dataDir Absolute path; database, uploads, outbox and secrets live here and nowhere else.
 * @property {string} databaseUrl `file:/absolute/path.db` or `postgresql://…`
 * @property {'sqlite' | 'postgresql'} databaseKind
 * @property {string} siteUrl Origin without a trailing slash: every link in a mail starts with it.
 * @property {boolean} siteUrlIsSet False when SITE_URL was not given and the address of the request is trusted for
 * same-origin checks.
 * @property {string | null} smtpUrl
 * @property {{ name: string, address: string }} mailFrom
 * @property {number} trustProxy How many proxies in front may be believed about the client's address; 0 believes nobody.
 * @property {number} searchMemoryDocuments With more articles and threads than this, search asks the database instead of
 * holding them in memory.
 * @property {number} refundUndoSeconds A refund can be taken back for this long; its money leaves afterwards.
 * @property {number} notifyAfterSeconds News is mailed this long after it happened: time to take a reply back.
 * @property {InboundMail | null} inboundMail How answers to our mails come in.
 * @property {{ woocommerce: string | null, shopify: string | null }} shopSecrets What the messages of shops are signed with;
 * null where none are taken in.
 * @property {{ secretKey: string, webhookSecret: string | null, apiBase: URL | null } | null} stripe
 * @property {{ clientId: string, clientSecret: string, webhookId: string | null, apiBase: URL } | null} paypal
 * @property {string | null} ownerEmail
 * @property {string | null} ownerPassword
 */

/** A setting that cannot be; the message is one sentence for the person at the keyboard. */
export class SettingProblem extends Error {}

/** Parses the settings from any environment; pure but for the working directory that relative paths start from.
 * @param {Record<string, string | undefined>} env
 * @returns {Settings}
 * @throws {SettingProblem} with one sentence naming the variable and an example */
export function readSettings(env) {
  const port = readPort(env.PORT);
  const dataDir = path.resolve(value(env.DATA_DIR) ?? './data');
  const databaseUrl = readDatabaseUrl(value(env.DATABASE_URL), dataDir);
  const siteUrl = readSiteUrl(value(env.SITE_URL), port);
  return {
    production: env.NODE_ENV === 'production',
    port,
    host: value(env.HOST) ?? '0.0.0.0',
    dataDir,
    databaseUrl,
    databaseKind: databaseUrl.startsWith('file:') ? 'sqlite' : 'postgresql',
    siteUrl,
    siteUrlIsSet: value(env.SITE_URL) !== undefined,
    smtpUrl: readSmtpUrl(value(env.SMTP_URL)),
    mailFrom: readMailFrom(value(env.MAIL_FROM), siteUrl),
    trustProxy: readTrustProxy(value(env.TRUST_PROXY)),
    searchMemoryDocuments: readSearchMemoryDocuments(value(env.SEARCH_MEMORY_DOCUMENTS)),
    notifyAfterSeconds: readSeconds(
      'NOTIFY_AFTER_SECONDS',
      value(env.NOTIFY_AFTER_SECONDS),
      NOTIFY_AFTER_SECONDS,
    ),
    refundUndoSeconds: readSeconds(
      'REFUND_UNDO_SECONDS',
      value(env.REFUND_UNDO_SECONDS),
      REFUND_UNDO_SECONDS,
    ),
    inboundMail: readInboundMail(
      value(env.INBOUND_MAIL),
      value(env.INBOUND_MAIL_SECRET),
      value(env.IMAP_URL),
      value(env.REPLY_ADDRESS),
    ),
    shopSecrets: {
      woocommerce: readSecret('WOOCOMMERCE_WEBHOOK_SECRET', env),
      shopify: readSecret('SHOPIFY_WEBHOOK_SECRET', env),
    },
    stripe: readStripe(env),
    paypal: readPaypal(env),
    ownerEmail: value(env.OWNER_EMAIL) ?? null,
    ownerPassword: readOwnerPassword(value(env.OWNER_PASSWORD), value(env.OWNER_EMAIL)),
  };
}

/** @param {string | undefined} raw @returns {string | undefined} */
function value(raw) {
  const trimmed = raw?.trim();
  return trimmed ? trimmed : undefined;
}

/** @param {string | undefined} raw @returns {number} */
function readPort(raw) {
  const text = value(raw) ?? '3000';
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new SettingProblem(
      `PORT is "${text}", but it must be a number from 1 to 65535, for example PORT=3000.`,
    );
  }
  return port;
}

/** @param {string | undefined} raw @param {string} dataDir @returns {string} */
function readDatabaseUrl(raw, dataDir) {
  if (raw === undefined) return `file:${path.join(dataDir, 'porchlight.db')}`;
  if (raw.startsWith('file:') && raw.length > 'file:'.length)
    return `file:${path.resolve(raw.slice('file:'.length))}`;
  if (/^postgres(ql)?:\/\/[^/]+\/.+/.test(raw)) return raw;
  throw new SettingProblem(
    'DATABASE_URL must start with file: or postgresql:// and name a database, for example DATABASE_URL=postgresql://user:password@localhost:5432/porchlight.',
  );
}

/** @param {string | undefined} raw @param {number} port @returns {string} */
function readSiteUrl(raw, port) {
  if (raw === undefined) return `http://localhost:${port}`;
  const example = 'for example SITE_URL=https://help.example.com';
  if (!URL.canParse(raw))
    throw new SettingProblem(`SITE_URL is "${raw}", which is not an address, ${example}.`);
  const url = new URL(raw);
  if (
    (url.protocol !== 'http:' && url.protocol !== 'https:') ||
    url.pathname !== '/' ||
    url.search ||
    url.username
  ) {
    throw new SettingProblem(
      `SITE_URL is "${raw}", but it must be http or https and a host without a path, ${example}.`,
    );
  }
  return url.origin;
}

/** @param {string | undefined} raw @returns {string | null} */
function readSmtpUrl(raw) {
  if (raw === undefined) return null;
  if (URL.canParse(raw) && /^smtps?:$/.test(new URL(raw).protocol) && new URL(raw).hostname) return raw;
  throw new SettingProblem(
    'SMTP_URL must start with smtp:// or smtps:// and name a host, for example SMTP_URL=smtps://user:password@mail.example.com:465.',
  );
}

/** @param {string | undefined} raw @param {string} siteUrl @returns {{ name: string; address: string }} */
function readMailFrom(raw, siteUrl) {
  if (raw === undefined) return { name: '', address: `support@${mailDomain(siteUrl)}` };
  const match = /^(?:([^<>"\r\n]*?)\s*<([^<>\s]+@[^<>\s]+)>|([^<>\s"]+@[^<>\s"]+))$/.exec(raw);
  const address = match?.[2] ?? match?.[3];
  if (!address) {
    throw new SettingProblem(
      `MAIL_FROM is "${raw}", but it must be an address, for example MAIL_FROM="My Shop <help@example.com>".`,
    );
  }
  return { name: match?.[1] ?? '', address };
}

/** @param {string} siteUrl @returns {string} */
function mailDomain(siteUrl) {
  const host = new URL(siteUrl).hostname;
  return host.includes('.') ? host : 'localhost.localdomain';
}

/** @param {string | undefined} raw @returns {number} */
function readTrustProxy(raw) {
  if (raw === undefined || raw === 'false') return 0;
  if (raw === 'true') return 1;
  if (/^[0-9]$/.test(raw)) return Number(raw);
  throw new SettingProblem(
    `TRUST_PROXY is "${raw}", but it must be the number of proxies in front of the site, for example TRUST_PROXY=1.`,
  );
}

/** Up to here one process holds everything, its vocabulary too, within what a small server has. */
const SEARCH_MEMORY_DOCUMENTS = 200_000;

/** @param {string | undefined} raw @returns {number} */
function readSearchMemoryDocuments(raw) {
  if (raw === undefined) return SEARCH_MEMORY_DOCUMENTS;
  if (/^\d{1,9}$/.test(raw)) return Number(raw);
  throw new SettingProblem(
    `SEARCH_MEMORY_DOCUMENTS is "${raw}", but it must be a number of documents, for example SEARCH_MEMORY_DOCUMENTS=${SEARCH_MEMORY_DOCUMENTS}.`,
  );
}

/** Two minutes to take a reply back before anybody is mailed about it (defaults). */
const NOTIFY_AFTER_SECONDS = 120;

/** A minute to take a refund back before its money leaves. */
const REFUND_UNDO_SECONDS = 60;

/** @param {string} name @param {string | undefined} raw @param {number} usual @returns {number} */
function readSeconds(name, raw, usual) {
  if (raw === undefined) return usual;
  if (/^\d{1,5}$/.test(raw)) return Number(raw);
  throw new SettingProblem(
    `${name} is "${raw}", but it must be a number of seconds, for example ${name}=${usual}.`,
  );
}

/** The signed address has 59 characters before the @ already, and mail servers take 64. */
const REPLY_NAME_MAX = 5;

/** @param {string | undefined} kind @param {string | undefined} secret @param {string | undefined} imapUrl
 * @param {string | undefined} address @returns {InboundMail | null} */
function readInboundMail(kind, secret, imapUrl, address) {
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

/** Shops make secrets of 30 characters and more; a shorter one was typed by somebody, and could be guessed. */
const WEBHOOK_SECRET_MIN = 20;

/** @param {string} name @param {Record<string, string | undefined>} env @returns {string | null} */
function readSecret(name, env) {
  const secret = value(env[name]);
  if (secret === undefined) return null;
  if (secret.length >= WEBHOOK_SECRET_MIN) return secret;
  throw new SettingProblem(
    `${name} must have at least ${WEBHOOK_SECRET_MIN} characters, as the shop shows it beside the webhook. For example: openssl rand -hex 20.`,
  );
}

/** @param {Record<string, string | undefined>} env
 * @returns {{ secretKey: string, webhookSecret: string | null, apiBase: URL | null } | null} */
function readStripe(env) {
  const secretKey = value(env.STRIPE_SECRET_KEY);
  const webhookSecret = value(env.STRIPE_WEBHOOK_SECRET) ?? null;
  if (webhookSecret !== null && !/^whsec_\S{10,}$/.test(webhookSecret)) {
    throw new SettingProblem(
      'STRIPE_WEBHOOK_SECRET is the signing secret of your webhook endpoint at Stripe, for example STRIPE_WEBHOOK_SECRET=whsec_….',
    );
  }
  if (secretKey === undefined) {
    if (webhookSecret === null) return null;
    throw new SettingProblem(
      'STRIPE_WEBHOOK_SECRET is set but STRIPE_SECRET_KEY is not, for example STRIPE_SECRET_KEY=sk_live_….',
    );
  }
  // The value is never repeated: it would stand in a log.
  if (!/^[sr]k_(test|live)_\w{10,}$/.test(secretKey)) {
    throw new SettingProblem(
      'STRIPE_SECRET_KEY is a secret or restricted key of Stripe, for example STRIPE_SECRET_KEY=sk_live_….',
    );
  }
  const apiBase = readApiBase('STRIPE_API_BASE', value(env.STRIPE_API_BASE));
  return { secretKey, webhookSecret, apiBase };
}

const PAYPAL_API = 'https://api-m.paypal.com';

/** @param {Record<string, string | undefined>} env
 * @returns {{ clientId: string, clientSecret: string, webhookId: string | null, apiBase: URL } | null} */
function readPaypal(env) {
  const clientId = value(env.PAYPAL_CLIENT_ID);
  const clientSecret = value(env.PAYPAL_CLIENT_SECRET);
  if (clientId === undefined && clientSecret === undefined) return null;
  if (clientId === undefined || clientSecret === undefined) {
    throw new SettingProblem(
      'PAYPAL_CLIENT_ID and PAYPAL_CLIENT_SECRET belong together; both are in your app at PayPal, for example PAYPAL_CLIENT_ID=AbC….',
    );
  }
  const apiBase = readApiBase('PAYPAL_API_BASE', value(env.PAYPAL_API_BASE)) ?? new URL(PAYPAL_API);
  return { clientId, clientSecret, webhookId: value(env.PAYPAL_WEBHOOK_ID) ?? null, apiBase };
}

/** Keys travel to this address, so it is https, or this machine itself.
 * @param {string} name @param {string | undefined} raw @returns {URL | null} */
function readApiBase(name, raw) {
  if (raw === undefined) return null;
  const url = URL.canParse(raw) ? new URL(raw) : null;
  const isHere = url !== null && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url?.pathname === '/' && (url.protocol === 'https:' || (url.protocol === 'http:' && isHere))) {
    return url;
  }
  throw new SettingProblem(
    `${name} must be an https address without a path, or one on this machine, for example ${name}=https://api.example.com.`,
  );
}

/** ASVS 5.0 6.2.1: at least 8 characters. */
const OWNER_PASSWORD_MIN = 8;

/** @param {string | undefined} password @param {string | undefined} email @returns {string | null} */
function readOwnerPassword(password, email) {
  if (password === undefined) return null;
  if (email === undefined) {
    throw new SettingProblem(
      'OWNER_PASSWORD is set but OWNER_EMAIL is not, for example OWNER_EMAIL=owner@example.com.',
    );
  }
  if (password.length < OWNER_PASSWORD_MIN) {
    throw new SettingProblem(
      `OWNER_PASSWORD must have at least ${OWNER_PASSWORD_MIN} characters, for example a sentence of four words.`,
    );
  }
  return password;
}
