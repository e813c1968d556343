import { createServer } from 'node:http';
import { Server as NetServer } from 'node:net';
import next from 'next';
import { firstStartNotice } from '@/lib/accounts/first-start';
import { config, loadEnvironmentFile, shareWithNextAuth } from '@/lib/config';
import { closeDb } from '@/lib/db/client';
import { migrate } from '@/lib/db/migrate';
import { messageOf, StartError } from '@/lib/errors';
import { log } from '@/lib/log';
import { secret } from '@/lib/secrets';
import { stopAll } from '@/lib/web/lifecycle';
import { serveRequest } from '@/lib/web/serve-request';

/** In-flight requests get this long to finish after SIGTERM. */
const GRACE_MS = 10_000;

/** Connections that are kept alive are closed this often while stopping, once their request is answered. */
const SWEEP_MS = 200;

/** A few rounds of the event loop: each accepts and reads what has arrived. */
async function takeInWaitingRequests(): Promise<void> {
  for (let round = 0; round < 10; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<void> {
  loadEnvironmentFile();
  const settings = config();
  shareWithNextAuth(secret('session'));
  await migrate(say);
  // Before anybody can reach the site, so that nobody meets a shop without its owner or link.
  const notice = await firstStartNotice();
  const app = next({ dev: !settings.production, quiet: true, hostname: settings.host, port: settings.port });
  await app.prepare();
  const handle = app.getRequestHandler();
  const server = createServer((request, response) => serveRequest(request, response, handle));
  // A slow client may not hold a connection for ever: headers in 15 s, a body in 60 s (lib/web/serve-request.ts), and a
  // photo on a phone's bad line in five minutes.
  server.headersTimeout = 15_000;
  server.requestTimeout = 300_000;
  server.keepAliveTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, settings.host, resolve);
  });
  for (const line of notice) say(line);
  say(`Porchlight is on: ${settings.siteUrl}`);

  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info('server.stopping', { signal });
    // Requests that were sent before the signal may still wait to be accepted and read.
    await takeInWaitingRequests();
    // The plain close of a listening socket: the one of an HTTP server resets connections whose request it has not read.
    const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()));
    const sweep = setInterval(() => setImmediate(() => server.closeIdleConnections()), SWEEP_MS);
    const grace = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    await Promise.all([closed, stopAll()]);
    clearTimeout(grace);
    clearInterval(sweep);
    await closeDb();
    log.info('server.stopped');
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop('SIGTERM'));
  process.on('SIGINT', () => void stop('SIGINT'));
}

process.on('unhandledRejection', (error) =>
  log.error('process.unhandled-rejection', { error: messageOf(error) }),
);

/** Why a port cannot be listened on, in words; undefined for anything else that was thrown. */
function listeningProblem(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return 'the port is taken by another program; choose another, for example PORT=3001.';
  }
  if (code === 'EACCES' && error instanceof Error && 'syscall' in error && error.syscall === 'listen') {
    return 'this user may not listen on PORT; choose a number above 1023, for example PORT=3000.';
  }
  if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL' || code === 'EAI_AGAIN') {
    return 'HOST is not an address of this computer, for example HOST=0.0.0.0.';
  }
  return undefined;
}

main().catch((error: unknown) => {
  const unforeseen = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const words = error instanceof StartError ? error.message : (listeningProblem(error) ?? unforeseen);
  process.stderr.write(`\nPorchlight cannot start: ${words}\n`);
  process.exit(1);
});
