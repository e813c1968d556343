import { existsSync } from 'node:fs';
import path from 'node:path';
import { StartError } from '@/lib/errors';

export type Config = {
  production: boolean;
  port: number;
  /** Address to listen on. */
  host: string;
  /** Absolute path; database, uploads, outbox and secrets live here and nowhere else. */
  dataDir: string;
  /** `file:/absolute/path.db` or `postgresql://…` */
  databaseUrl: string;
  databaseKind: 'sqlite' | 'postgresql';
  /** Origin without a trailing slash: every link in a mail starts with it. */
  siteUrl: string;
  /** False when SITE_URL was not given and the address of the request is trusted for same-origin checks. */
  siteUrlIsSet: boolean;
  smtpUrl: string | null;
  mailFrom: { name: string; address: string };
  /** How many proxies in front may be believed about the client's address; 0 believes nobody. */
  trustProxy: number;
  /** With more articles and threads than this, search asks the database instead of holding them in memory. */
  searchMemoryDocuments: number;
  ownerEmail: string | null;
  ownerPassword: string | null;
};

type Environment = Record<string, string | undefined>;

let cached: Config | null = null;

/** The settings of this process, read once from the environment (and `.env`, see `loadEnvironmentFile`).
 * @throws StartError with one sentence naming the variable and an example. */
export function config(): Config {
  cached ??= readConfig(process.env);
  return cached;
}

/** Forgets what was read; for tests that change the environment. */
export function forgetConfig(): void {
  cached = null;
}

/** Reads `.env` in the working directory if there is one; variables that are already set win. */
export function loadEnvironmentFile(file = path.resolve('.env')): void {
  if (existsSync(file)) process.loadEnvFile(file);
}

/** Points this process, and what it starts with the returned environment, at a folder of throwaway data: no database or
 * mail server of the shop's own is touched. PORT and SITE_URL stay as they are. */
export function forThrowawayData(dataDir: string): NodeJS.ProcessEnv {
  Object.assign(process.env, {
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    SMTP_URL: '',
    OWNER_EMAIL: '',
    OWNER_PASSWORD: '',
  });
  forgetConfig();
  return process.env;
}

/** next-auth reads its address and secret from the environment; they are ours, so this is where they are given to it. */
export function shareWithNextAuth(secret: string): void {
  process.env.NEXTAUTH_URL = config().siteUrl;
  process.env.NEXTAUTH_SECRET = secret;
}

/** Parses the settings from any environment; pure but for the working directory that relative paths start from. */
export function readConfig(env: Environment): Config {
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
    ownerEmail: value(env.OWNER_EMAIL) ?? null,
    ownerPassword: readOwnerPassword(value(env.OWNER_PASSWORD), value(env.OWNER_EMAIL)),
  };
}

function value(raw: string | undefined): string | undefined {
  const trimmed = raw?.trim();
  return trimmed ? trimmed : undefined;
}

function readPort(raw: string | undefined): number {
  const text = value(raw) ?? '3000';
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new StartError(
      `PORT is "${text}", but it must be a number from 1 to 65535, for example PORT=3000.`,
    );
  }
  return port;
}

function readDatabaseUrl(raw: string | undefined, dataDir: string): string {
  if (raw === undefined) return `file:${path.join(dataDir, 'porchlight.db')}`;
  if (raw.startsWith('file:') && raw.length > 'file:'.length)
    return `file:${path.resolve(raw.slice('file:'.length))}`;
  if (/^postgres(ql)?:\/\/[^/]+\/.+/.test(raw)) return raw;
  throw new StartError(
    'DATABASE_URL must start with file: or postgresql:// and name a database, for example DATABASE_URL=postgresql://user:password@localhost:5432/porchlight.',
  );
}

function readSiteUrl(raw: string | undefined, port: number): string {
  if (raw === undefined) return `http://localhost:${port}`;
  const example = 'for example SITE_URL=https://help.example.com';
  if (!URL.canParse(raw)) throw new StartError(`SITE_URL is "${raw}", which is not an address, ${example}.`);
  const url = new URL(raw);
  if (
    (url.protocol !== 'http:' && url.protocol !== 'https:') ||
    url.pathname !== '/' ||
    url.search ||
    url.username
  ) {
    throw new StartError(
      `SITE_URL is "${raw}", but it must be http or https and a host without a path, ${example}.`,
    );
  }
  return url.origin;
}

function readSmtpUrl(raw: string | undefined): string | null {
  if (raw === undefined) return null;
  if (URL.canParse(raw) && /^smtps?:$/.test(new URL(raw).protocol) && new URL(raw).hostname) return raw;
  throw new StartError(
    'SMTP_URL must start with smtp:// or smtps:// and name a host, for example SMTP_URL=smtps://user:password@mail.example.com:465.',
  );
}

function readMailFrom(raw: string | undefined, siteUrl: string): { name: string; address: string } {
  if (raw === undefined) return { name: '', address: `support@${mailDomain(siteUrl)}` };
  const match = /^(?:([^<>"\r\n]*?)\s*<([^<>\s]+@[^<>\s]+)>|([^<>\s"]+@[^<>\s"]+))$/.exec(raw);
  const address = match?.[2] ?? match?.[3];
  if (!address) {
    throw new StartError(
      `MAIL_FROM is "${raw}", but it must be an address, for example MAIL_FROM="My Shop <help@example.com>".`,
    );
  }
  return { name: match?.[1] ?? '', address };
}

function mailDomain(siteUrl: string): string {
  const host = new URL(siteUrl).hostname;
  return host.includes('.') ? host : 'localhost.localdomain';
}

function readTrustProxy(raw: string | undefined): number {
  if (raw === undefined || raw === 'false') return 0;
  if (raw === 'true') return 1;
  if (/^[0-9]$/.test(raw)) return Number(raw);
  throw new StartError(
    `TRUST_PROXY is "${raw}", but it must be the number of proxies in front of the site, for example TRUST_PROXY=1.`,
  );
}

/** Up to here one process holds everything, its vocabulary too, within what a small server has. */
const SEARCH_MEMORY_DOCUMENTS = 200_000;

function readSearchMemoryDocuments(raw: string | undefined): number {
  if (raw === undefined) return SEARCH_MEMORY_DOCUMENTS;
  if (/^\d{1,9}$/.test(raw)) return Number(raw);
  throw new StartError(
    `SEARCH_MEMORY_DOCUMENTS is "${raw}", but it must be a number of documents, for example SEARCH_MEMORY_DOCUMENTS=${SEARCH_MEMORY_DOCUMENTS}.`,
  );
}

/** ASVS 5.0 6.2.1: at least 8 characters. */
const OWNER_PASSWORD_MIN = 8;

function readOwnerPassword(password: string | undefined, email: string | undefined): string | null {
  if (password === undefined) return null;
  if (email === undefined) {
    throw new StartError(
      'OWNER_PASSWORD is set but OWNER_EMAIL is not, for example OWNER_EMAIL=owner@example.com.',
    );
  }
  if (password.length < OWNER_PASSWORD_MIN) {
    throw new StartError(
      `OWNER_PASSWORD must have at least ${OWNER_PASSWORD_MIN} characters, for example a sentence of four words.`,
    );
  }
  return password;
}
