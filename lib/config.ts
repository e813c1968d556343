import { existsSync } from 'node:fs';
import path from 'node:path';
import { StartError } from '@/lib/errors';
import { readSettings, SettingProblem, type Settings } from '@/lib/read-settings.mjs';

export type Config = Settings;

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
    INBOUND_MAIL: '',
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

/** The settings in any environment; what they may look like is in read-settings.mjs, which `npm start` reads as well.
 * @throws StartError */
export function readConfig(env: Record<string, string | undefined>): Config {
  try {
    return readSettings(env);
  } catch (error) {
    throw error instanceof SettingProblem ? new StartError(error.message) : error;
  }
}
