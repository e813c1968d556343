import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { config, forThrowawayData } from '@/lib/config';
import { closeDb } from '@/lib/db/client';
import { migrate } from '@/lib/db/migrate';
import { DEMO_PASSWORD, seedDemo } from '@/prisma/seed/seed-demo';
import { seedDemoOrders } from '@/prisma/seed/seed-demo-orders';
import { seedDemoSearches } from '@/prisma/seed/seed-demo-searches';

function say(line: string): void {
  process.stdout.write(`• ${line}\n`);
}

/** A believable shop in a throwaway folder: seeded, served, and gone when it stops. */
async function main(): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'porchlight-demo-'));
  process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }));
  const env = forThrowawayData(dataDir);
  await migrate(() => {});
  say(`Demo data in ${dataDir} (removed when you stop)`);
  await seedDemo(say);
  say(`${await seedDemoSearches()} searches`);
  say(
    `${await seedDemoOrders()} orders, one refund per outcome; the payment provider settles them within a minute`,
  );
  await closeDb();
  const { siteUrl } = config();
  const child = spawn(process.execPath, ['--import', 'tsx', 'server.ts'], { stdio: 'inherit', env });
  say(`Site    ${siteUrl}`);
  say(`Desk    ${siteUrl}/desk`);
  say(`Owner   ines.holloway@example.com / ${DEMO_PASSWORD}`);
  say(`Helper  tomasz.wieczorek@example.com / ${DEMO_PASSWORD}`);
  say(`Buyer   ana.ribeiro@example.com / ${DEMO_PASSWORD}`);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
}

main().catch((error: unknown) => {
  process.stderr.write(`The demo cannot start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
