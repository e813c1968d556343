import { createInterface } from 'node:readline';
import { closeDb, ping } from '@/lib/db/client';
import { handlers } from '@/lib/jobs/handlers';
import { keepTimetable } from '@/lib/jobs/schedule';
import { runDueJobs, startWorker } from '@/lib/jobs/worker';
import { patience } from '@/lib/refunds/providers/patience';
import { type Press, pressTogether } from '../storms/press';

// A second process of a shop, for tests: does what is said on its input, one command a line, and answers each with a line that
// begins with "> ". Ends with its input.
type Command = { press: Press } | 'work' | 'serve';

// A provider that stays silent shall not hold up a storm.
patience.answerWithinMs = 1500;

async function obey(command: Command): Promise<unknown> {
  if (typeof command === 'object') return pressTogether(command.press);
  if (command === 'work') return runDueJobs(handlers);
  startWorker(handlers, () => keepTimetable());
  return 'serving';
}

function answer(said: unknown): void {
  process.stdout.write(`> ${JSON.stringify(said)}\n`);
}

await ping();
answer('ready');
for await (const line of createInterface({ input: process.stdin })) {
  answer(await obey(JSON.parse(line) as Command));
}
await closeDb();
process.exit(0);
