import { loadEnvironmentFile } from '@/lib/config';
import { closeDb } from '@/lib/db/client';
import { migrate } from '@/lib/db/migrate';
import { messageOf } from '@/lib/errors';
import { auditRefunds } from '@/lib/refunds/audit/audit-refunds';
import { auditLine } from '@/lib/refunds/audit/rules';

const USAGE = `Compares the refunds of the last three days with the payment providers, and says what differs.

  npm run refunds:audit [-- --since 2026-11-01]

Ends with 0 when everything matches, with 1 when something differs or a provider does not answer.`;

async function main(): Promise<number> {
  const [flag, day, ...rest] = process.argv.slice(2);
  const since = flag === '--since' && day ? new Date(day) : undefined;
  if ((flag !== undefined && !since) || rest.length > 0 || (since && Number.isNaN(since.getTime()))) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  loadEnvironmentFile();
  await migrate(() => {});
  const audits = await auditRefunds(since);
  if (audits.length === 0) process.stdout.write('There are no orders yet, so there is nothing to compare.\n');
  for (const audit of audits) {
    process.stdout.write(`${auditLine({ ...audit, differences: audit.differences.length })}\n`);
    for (const { kind, refundId, providerRefundId, ours, theirs } of audit.differences)
      process.stdout.write(
        `  ${kind}: ${refundId ?? '-'} ${providerRefundId ?? '-'} | ${ours} | ${theirs}\n`,
      );
  }
  return audits.some(({ differences, trouble }) => differences.length > 0 || trouble) ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 2;
} finally {
  await closeDb();
}
