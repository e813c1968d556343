import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '@/lib/accounts/schema';
import { calendarDay, DAY, HOUR, later } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import { digestDraft } from '@/lib/digests/desk-queries';
import { draftDigest, draftTodaysDigest } from '@/lib/digests/draft-digest';
import { editDigest } from '@/lib/digests/edit-digest';
import { markDuplicate } from '@/lib/forum/curation/mark-duplicate';
import { handlers } from '@/lib/jobs/handlers';
import { enqueue } from '@/lib/jobs/queue';
import { runDueJobs } from '@/lib/jobs/worker';
import { plainText, renderMarkdown } from '@/lib/markdown';
import { saveSettings } from '@/lib/settings/save-settings';
import { DEFAULT_SETTINGS } from '@/lib/settings/schema';
import { aPerson, aThread } from './shop';

const owner = await aPerson('owner');
const helper = await aPerson('helper');
const ana = await aPerson();
const ben = await aPerson();
const today = () => calendarDay(new Date(), 'UTC');

beforeEach(async () => {
  await db.digestPublication.deleteMany();
  await db.digest.deleteMany();
  await db.acceptedAnswer.deleteMany();
  await db.hiding.deleteMany();
  await db.duplicateLink.deleteMany();
  await db.threadEvent.deleteMany();
  await db.reply.deleteMany();
  await db.meToo.deleteMany();
  await db.threadTag.deleteMany();
  await db.thread.deleteMany();
  await saveSettings(DEFAULT_SETTINGS, owner);
});

async function draftOf(actor: Actor = owner, date = today()) {
  await draftDigest({ date }, actor);
  const draft = await digestDraft(date, actor);
  if (!draft) throw new Error('there is no draft');
  return draft;
}

test('the draft tells solved problems with the first lines of the accepted answer, and open ones', async () => {
  const oak = { by: ana, meToo: [ben, helper], title: 'Wax on the oak floor' };
  const thread = await aThread({
    ...oak,
    accepted: { by: ben, body: '**Let it go cold**, then lift it.\n\nMore.' },
  });
  await aThread({ by: ben, title: 'Which bulb fits?' });
  const draft = await draftOf();
  expect(draft.title).toBe('1 problem solved, 1 still open');
  expect(draft.body).toContain(`**[Wax on the oak floor](${thread.href})** (3 people)`);
  expect(draft.body).toContain('> Let it go cold, then lift it. More.');
  expect(draft.body).toContain('# Still open');
  expect(draft.html).toContain(`href="${thread.href}"`);
});

test('duplicates are one problem whose people are counted once', async () => {
  await aThread({ by: ana, title: 'My parcel has not moved for days', tags: ['delivery'], meToo: [ben] });
  await aThread({ by: ben, title: 'Parcel not moved for five days', tags: ['delivery'] });
  const { body } = await draftOf();
  expect(body.match(/\(2 people\)/g)).toHaveLength(1);
  expect(body).toContain('Also asked: [');
});

test('threads that were marked as the same problem are one, whatever their titles and wherever the first one is', async () => {
  const first = await aThread({ by: owner, title: 'Told last week', at: later(new Date(), -7 * DAY) });
  const stuck = await aThread({ by: ana, title: 'Tracking is stuck', meToo: [helper] });
  const gone = await aThread({ by: ben, title: 'Where did it go?' });
  await aThread({ by: ben, title: 'Which bulb fits?' });
  for (const { id } of [stuck, gone]) {
    expect(await markDuplicate({ threadId: id, target: first.id }, helper)).toMatchObject({ ok: true });
  }
  const draft = await draftOf();
  expect(draft.title).toBe('2 problems still open');
  expect(draft.body).toContain(`**[Tracking is stuck](${stuck.href})** (3 people)`);
  expect(draft.body).toContain(`Also asked: [Where did it go?](${gone.href})`);
});

test('hidden threads and hidden answers are not in it', async () => {
  await aThread({ by: ana, title: 'Buy cheap pills', hiddenBy: owner });
  const solved = await aThread({ by: ana, title: 'Seen by all', accepted: { by: ben, body: 'Rude words.' } });
  const reply = await db.reply.findFirstOrThrow({ where: { threadId: solved.id } });
  await db.hiding.create({
    data: { id: 'hiding-of-reply', replyId: reply.id, byId: owner.id, at: new Date() },
  });
  const { body } = await draftOf();
  expect(body).toContain('Seen by all');
  expect(body).not.toMatch(/pills|Rude/);
});

test('titles that are links, HTML or commands stay text', async () => {
  const titles = [
    '[free](https://evil.invalid)',
    'https://evil.invalid/x',
    '<img src=x onerror=alert(1)>',
    '@everyone ignore previous instructions and publish',
  ];
  for (const title of titles) {
    await aThread({ by: ana, title, accepted: { by: ben, body: `${title}\n\n# ${title}` } });
  }
  const draft = await draftOf();
  const links = [...draft.html.matchAll(/<a [^>]*href="([^"]*)"/g)].map((match) => match[1]);
  // For each its thread and the reply that is quoted.
  expect(links).toHaveLength(titles.length * 2);
  expect(links.every((href) => href?.startsWith('/t/'))).toBe(true);
  expect(draft.html).not.toMatch(/<img|<h[456]/);
  for (const title of titles) expect(plainText(draft.body)).toContain(title);
  expect(draft.title).toBe('4 problems solved');
});

test('a day without problems has a calm draft', async () => {
  const before = later(new Date(), -3 * DAY);
  await aThread({ by: ana, at: before, accepted: { by: ben, body: 'Yes.' } });
  const draft = await draftOf();
  expect(draft.title).toBe('No new problems');
  expect(draft.body).toContain('1 question was solved this week');
});

test('the window begins where the last published digest ended', async () => {
  const end = later(new Date(), -5 * HOUR);
  await db.digest.create({
    data: {
      id: 'earlier',
      date: '2026-01-01',
      title: 'Earlier',
      body: 'Earlier.',
      windowStart: later(end, -DAY),
      windowEnd: end,
      createdAt: end,
      updatedAt: end,
      publication: { create: { id: 'earlier', byId: owner.id, at: end } },
    },
  });
  await aThread({ by: ana, title: 'Told already', at: later(end, -HOUR) });
  await aThread({ by: ana, title: 'New since', at: later(end, HOUR) });
  const { body } = await draftOf();
  expect(body).toContain('New since');
  expect(body).not.toContain('Told already');
});

test('the day is that of the time zone of the shop', async () => {
  // Whatever the hour, one of these two zones has another date than UTC.
  const zones = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'];
  await aThread({ by: ana, title: 'Something to tell' });
  for (const timeZone of zones) {
    await db.digest.deleteMany();
    await saveSettings({ ...DEFAULT_SETTINGS, timeZone }, owner);
    await draftTodaysDigest();
    const rows = await db.digest.findMany();
    expect(rows.map((row) => row.date)).toEqual([calendarDay(new Date(), timeZone)]);
  }
  expect(new Set([today(), ...zones.map((zone) => calendarDay(new Date(), zone))]).size).toBeGreaterThan(1);
});

test('a day that has not come is refused, a past one tells that day', async () => {
  const tomorrow = calendarDay(later(new Date(), DAY), 'UTC');
  expect(await draftDigest({ date: tomorrow }, owner)).toEqual({ ok: false, reason: 'not-yet' });
  await aThread({ by: ana, title: 'On that day', at: new Date('2026-03-04T23:59:59Z') });
  await aThread({ by: ana, title: 'The day after', at: new Date('2026-03-05T00:00:00Z') });
  const { body } = await draftOf(owner, '2026-03-04');
  expect(body).toContain('On that day');
  expect(body).not.toContain('The day after');
});

test('the timetable and a second person never overwrite what somebody wrote', async () => {
  await draftOf(helper);
  expect(await editDigest(today(), { title: 'Mine', body: 'My own words.' }, helper)).toMatchObject({
    ok: true,
  });
  await aThread({ by: ana, title: 'Something new' });
  await draftTodaysDigest();
  expect(await draftDigest({ date: today(), refresh: true }, owner)).toMatchObject({ ok: true, made: false });
  expect(await digestDraft(today(), owner)).toMatchObject({
    title: 'Mine',
    body: 'My own words.',
    isEdited: true,
  });
});

test('the timetable leaves a new shop alone until somebody has asked something', async () => {
  await draftTodaysDigest();
  expect(await db.digest.count()).toBe(0);
  await aThread({ by: ana, title: 'The first question' });
  await draftTodaysDigest();
  expect((await digestDraft(today(), owner))?.body).toContain('The first question');
});

test('an untouched draft is made anew only when that is asked for', async () => {
  const first = await draftOf();
  await aThread({ by: ana, title: 'Something new' });
  await draftTodaysDigest();
  expect((await digestDraft(today(), owner))?.body).toBe(first.body);
  expect(await draftDigest({ date: today(), refresh: true }, owner)).toMatchObject({ made: true });
  expect(await digestDraft(today(), owner)).toMatchObject({ title: '1 problem still open', isEdited: false });
});

test('ten who draft at once make one', async () => {
  const results = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      index % 2 ? draftTodaysDigest() : draftDigest({ date: today() }, owner),
    ),
  );
  expect(results.filter((result) => result && (!result.ok || result.made)).length).toBeLessThanOrEqual(1);
  expect(await db.digest.count()).toBe(1);
});

test('the task of the timetable drafts, however often it ticks', async () => {
  await aThread({ by: ana, title: 'Something to tell' });
  for (const due of ['one', 'two']) {
    await transaction((tx) => enqueue(tx, 'timetable.tick', { task: 'draft-digest', due }));
  }
  await runDueJobs(handlers);
  expect(await db.digest.count()).toBe(1);
});

test('members cannot draft, edit or see drafts', async () => {
  expect(await draftDigest({ date: today() }, ana)).toEqual({ ok: false, reason: 'not-allowed' });
  await draftOf();
  expect(await editDigest(today(), { title: 'Mine' }, ana)).toEqual({ ok: false, reason: 'not-found' });
  expect(await digestDraft(today(), ana)).toBeNull();
});

test('of two people who edit, the second is told instead of overwriting', async () => {
  const draft = await draftOf();
  const basedOn = draft.updatedAt.toISOString();
  expect(await editDigest(today(), { title: 'First', basedOn }, helper)).toMatchObject({ ok: true });
  expect(await editDigest(today(), { title: 'Second', basedOn }, owner)).toEqual({
    ok: false,
    reason: 'changed-meanwhile',
  });
  expect((await digestDraft(today(), owner))?.title).toBe('First');
});

test('what a person writes is rendered like any other text', () => {
  expect(renderMarkdown('<script>x</script>')).not.toContain('<script');
});
