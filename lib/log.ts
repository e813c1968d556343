/** Keys whose values never reach a log line, whatever event carries them. */
const SECRET_KEY = /password|token|secret|authorization|cookie|code$|smtp|databaseurl|email$/i;

type Fields = Record<string, string | number | boolean | null | undefined>;

function write(level: 'info' | 'warn' | 'error', event: string, fields: Fields): void {
  const safe = Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, SECRET_KEY.test(key) ? '[removed]' : value]),
  );
  // JSON escapes control characters, so no value can start a line of its own.
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...safe })}\n`);
}

/** One JSON line per event. Fields are flat; secrets are removed by the name of their key. */
export const log = {
  info: (event: string, fields: Fields = {}) => write('info', event, fields),
  warn: (event: string, fields: Fields = {}) => write('warn', event, fields),
  error: (event: string, fields: Fields = {}) => write('error', event, fields),
};
