import { closeDb, db } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';

// A second process for tests: raises one number by reading and writing it, again and again, and tells how often.
const [key = '', times = '0', order = 'write-first'] = process.argv.slice(2);

for (let done = 0; done < Number(times); done += 1) {
  await transaction(async (tx) => {
    if (order === 'write-first') await tx.rateLimit.update({ where: { key }, data: { expire: new Date() } });
    const { points } = await tx.rateLimit.findUniqueOrThrow({ where: { key } });
    await tx.rateLimit.update({ where: { key }, data: { points: points + 1 } });
  });
}
console.log((await db.rateLimit.findUniqueOrThrow({ where: { key } })).points);
await closeDb();
