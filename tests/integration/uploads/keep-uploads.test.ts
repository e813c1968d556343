import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { DAY, HOUR, now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { postReply } from '@/lib/forum/post-reply';
import { handlers } from '@/lib/jobs/handlers';
import { removeOrphans } from '@/lib/uploads/remove-orphans';
import { BROWSER_QUOTA, MEMBER_QUOTA, STAFF_QUOTA } from '@/lib/uploads/schema';
import { storeUpload } from '@/lib/uploads/store-upload';
import { aPerson } from '../../support/a-person';
import { aThread } from '../../support/a-thread';
import { aFreshPicture, folder, gives, grow } from './given-files';

const ana = await aPerson();
const ben = await aPerson();

let filled = 0;

test('twenty posts at once with the same file: each shows it, once', async () => {
  const file = await gives(ana);
  const threadId = await aThread({ by: ben });
  const posted = await Promise.all(
    Array.from({ length: 20 }, (_, at) => postReply({ threadId, body: `${at}: ${file.markdown}` }, ana)),
  );
  expect(posted.every((one) => one.ok)).toBe(true);
  expect(await db.uploadUse.count({ where: { upload: { fileName: file.fileName } } })).toBe(20);
});

test('a day’s quota holds when all files come at once, for people and for browsers', async () => {
  const cat = await aPerson();
  const [bytes, row] = [await aFreshPicture(), { kind: 'image' as const, title: 'x', width: 1, height: 1 }];
  const fill = (facts: object, count: number, each: number) =>
    db.upload.createMany({
      data: Array.from({ length: count }, (_, at) => {
        filled += 1;
        return {
          ...row,
          ...facts,
          id: `filler-${filled}-${at}`,
          fileName: `filler-${filled}-${at}`,
          bytes: each,
          createdAt: now(),
        };
      }),
    });
  await fill({ ownerId: cat.id }, MEMBER_QUOTA.files - 3, 10);
  const pictures = await Promise.all(Array.from({ length: 8 }, aFreshPicture));
  const who = { actorId: cat.id, holder: null };
  const outcomes = await Promise.all(pictures.map((one) => storeUpload({ bytes: one, name: 'a' }, who)));
  expect(outcomes.filter((one) => one.ok)).toHaveLength(3);
  expect(outcomes.find((one) => !one.ok)).toEqual({ ok: false, reason: 'quota' });
  const files = readdirSync(folder).length;
  const dan = await aPerson();
  await fill({ ownerId: dan.id }, 1, MEMBER_QUOTA.bytes - 10);
  expect(await storeUpload({ bytes, name: 'a' }, { actorId: dan.id, holder: null })).toMatchObject({
    ok: false,
  });
  expect(readdirSync(folder)).toHaveLength(files);
  const browser = { actorId: null, holder: 'browser:greedy' };
  for (let at = 0; at < BROWSER_QUOTA.files; at += 1) await gives('browser:greedy');
  expect(await storeUpload({ bytes, name: 'a' }, browser)).toEqual({ ok: false, reason: 'quota' });
  await db.upload.updateMany({
    where: { ownerId: cat.id },
    data: { createdAt: new Date(now().getTime() - DAY - 1) },
  });
  expect(await storeUpload({ bytes, name: 'a' }, who)).toMatchObject({ ok: true });
  expect(STAFF_QUOTA.files).toBeGreaterThan(MEMBER_QUOTA.files);
});

test('a file without a post goes after a day with its row; one that is shown stays; strays and leftovers go', async () => {
  const [young, old, shown] = [await gives(ana), await gives(ana), await gives(ana)];
  await aThread({ by: ana, body: shown.markdown });
  await grow(young.fileName, DAY - HOUR);
  for (const file of [old, shown]) await grow(file.fileName, DAY + 1000);
  const lay = (name: string, ageMs: number) => {
    const place = path.join(folder, name);
    writeFileSync(place, 'x');
    const then = new Date(now().getTime() - ageMs);
    utimesSync(place, then, then);
    return place;
  };
  const stray = lay(`${'1'.repeat(26)}.1x1.png`, DAY + 1000);
  const youngStray = lay(`${'2'.repeat(26)}.1x1.png`, HOUR);
  const leftover = lay('.new-left-by-a-crash', HOUR + 1000);
  const unfinished = lay('.new-being-written', 1000);
  const notOurs = lay('a note of the owner.txt', 10 * DAY);
  await handlers['timetable.tick'].run?.({ task: 'tidy', due: 'now' });
  expect([young, old, shown].map((file) => existsSync(file.place))).toEqual([true, false, true]);
  expect(await db.upload.count({ where: { fileName: old.fileName } })).toBe(0);
  expect([stray, youngStray, leftover, unfinished, notOurs].map((place) => existsSync(place))).toEqual([
    false,
    true,
    false,
    true,
    true,
  ]);
});

test('a post that takes a file at the moment it would be removed keeps it, whichever comes first', async () => {
  const threadId = await aThread({ by: ben });
  for (let round = 0; round < 8; round += 1) {
    const file = await gives(ana);
    await grow(file.fileName, 2 * DAY);
    const body = `Round ${round}: ${file.markdown}`;
    await Promise.all([removeOrphans(), postReply({ threadId, body }, ana)]);
    const rows = await db.upload.count({ where: { fileName: file.fileName } });
    const uses = await db.uploadUse.count({ where: { upload: { fileName: file.fileName } } });
    expect([rows, existsSync(file.place)]).toEqual([uses, uses === 1]);
  }
});
