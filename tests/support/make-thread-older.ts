import { DAY, later } from '@/lib/clock';
import { closeDb, db } from '@/lib/db/client';

/** Run as a command against a site's data: the thread was asked so many days earlier than it was.
 * Usage: make-thread-older.ts THREAD DAYS */
const [id = '', days = ''] = process.argv.slice(2);
const { createdAt } = await db.thread.findUniqueOrThrow({ where: { id } });
await db.thread.update({ where: { id }, data: { createdAt: later(createdAt, -Number(days) * DAY) } });
await closeDb();
