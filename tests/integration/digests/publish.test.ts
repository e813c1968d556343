import { beforeEach, expect, test } from 'vitest';
import { calendarDay } from '@/lib/clock';
import { db } from '@/lib/db/client';
import {
  editDigestEndpoint,
  getDigestEndpoint,
  listDigestsEndpoint,
  publishDigestEndpoint,
} from '@/lib/digests/api';
import { draftDigest } from '@/lib/digests/draft-digest';
import { editDigest } from '@/lib/digests/edit-digest';
import { importDigest } from '@/lib/digests/import-digest';
import { publishDigest } from '@/lib/digests/publish-digest';
import { digestArchive, digestPage, latestDigests, neighbours, pinnedDigest } from '@/lib/digests/queries';
import { handlers } from '@/lib/jobs/handlers';
import { runDueJobs } from '@/lib/jobs/worker';
import { aPerson, aThread, hideThread } from './shop';

const owner = await aPerson('owner');
const helper = await aPerson('helper');
const ana = await aPerson();
const today = calendarDay(new Date(), 'UTC');
const asked = { params: { date: today }, query: {}, input: undefined };
const words = { title: 'Good morning', body: 'Two things.' };

beforeEach(async () => {
  await db.job.deleteMany();
  await db.digestPublication.deleteMany();
  await db.digest.deleteMany();
  await db.hiding.deleteMany();
  await db.acceptedAnswer.deleteMany();
  await db.reply.deleteMany();
  await db.thread.deleteMany();
});

test('a day before the shop began has no digest, unless the forum is older', async () => {
  const long = new Date('2024-02-03T12:00:00Z');
  for (const change of [{}, words]) {
    expect(await publishDigest('1900-01-01', change, owner)).toEqual({ ok: false, reason: 'before-shop' });
    expect(await publishDigest('2024-02-03', change, owner)).toEqual({ ok: false, reason: 'before-shop' });
  }
  expect(
    await publishDigestEndpoint.run({ ...asked, params: { date: '1900-01-01' }, actor: owner }),
  ).toMatchObject({
    status: 422,
    problem: 'before-shop',
  });
  expect(await db.digest.count()).toBe(0);
  await aThread({ by: ana, at: long });
  expect(await publishDigest('2024-02-03', {}, owner)).toMatchObject({ ok: true });
  expect(await publishDigest('1900-01-01', {}, owner)).toEqual({ ok: false, reason: 'before-shop' });
});

test('a published digest is pinned, has a page and stands in the archive; a draft is none of it', async () => {
  await draftDigest({ date: today }, owner);
  expect(await pinnedDigest(null)).toBeNull();
  expect(await digestPage(today, owner)).toBeNull();
  expect((await digestArchive(1)).total).toBe(0);
  expect(await publishDigest(today, words, owner)).toEqual({ ok: true, date: today, already: false });
  expect(await pinnedDigest(null)).toMatchObject({ ...words, date: today, can: { edit: false } });
  expect(await pinnedDigest(owner)).toMatchObject({ can: { edit: true } });
  expect(await digestPage(today, null)).toMatchObject({ html: '<p dir="auto">Two things.</p>\n' });
  expect(await digestArchive(1)).toMatchObject({
    total: 1,
    items: [{ date: today, excerpt: 'Two things.' }],
  });
});

test('twenty who publish at once make one publication and one event, and all are told it is published', async () => {
  const results = await Promise.all(
    Array.from({ length: 20 }, (_, index) => publishDigest(today, { ...words, title: `By ${index}` }, owner)),
  );
  expect(results.every((result) => result.ok)).toBe(true);
  expect(results.filter((result) => result.ok && !result.already)).toHaveLength(1);
  expect(await db.digestPublication.count()).toBe(1);
  expect(await db.job.count({ where: { event: 'digest.published' } })).toBe(1);
  await runDueJobs(handlers);
  expect(await db.job.count({ where: { state: { not: 'done' } } })).toBe(0);
});

test('publishing what is published leaves its words alone', async () => {
  await publishDigest(today, words, owner);
  expect(await publishDigest(today, { title: 'Other', body: 'Other.' }, owner)).toMatchObject({
    already: true,
  });
  expect(await pinnedDigest(null)).toMatchObject(words);
});

test('the owner publishes; a helper, a member and a day to come are refused', async () => {
  expect(await publishDigest(today, words, helper)).toEqual({ ok: false, reason: 'not-allowed' });
  expect(await publishDigest(today, words, ana)).toEqual({ ok: false, reason: 'not-allowed' });
  expect(await publishDigest('2999-01-01', words, owner)).toEqual({ ok: false, reason: 'not-yet' });
  expect(await db.digest.count()).toBe(0);
});

test('what stands on the front page is edited by the owner alone', async () => {
  await publishDigest(today, words, owner);
  expect(await editDigest(today, { title: 'Mine' }, helper)).toEqual({ ok: false, reason: 'not-allowed' });
  expect(await editDigest(today, { title: 'Corrected' }, owner)).toMatchObject({ ok: true });
  expect(await pinnedDigest(null)).toMatchObject({ title: 'Corrected', body: words.body });
});

test('a thread that was hidden after the draft is not published with it', async () => {
  const thread = await aThread({ by: ana, title: 'Secret pills' });
  await aThread({ by: ana, title: 'Honest question' });
  await draftDigest({ date: today }, owner);
  await hideThread(thread.id, owner);
  expect(await publishDigest(today, {}, owner)).toMatchObject({ ok: true, already: false });
  const pinned = await pinnedDigest(null);
  expect(pinned?.body).toContain('Honest question');
  expect(pinned?.body).not.toContain('pills');
});

test('words a person wrote are not thrown away for it: the person is told', async () => {
  const thread = await aThread({ by: ana });
  await draftDigest({ date: today }, owner);
  const body = `Look at [this](${thread.href}).`;
  await editDigest(today, { body }, owner);
  await hideThread(thread.id, owner);
  expect(await publishDigest(today, {}, owner)).toEqual({ ok: false, reason: 'mentions-hidden' });
  expect(await publishDigest(today, { body }, owner)).toEqual({ ok: false, reason: 'mentions-hidden' });
  expect(await publishDigest(today, { body: 'Nothing of it.' }, owner)).toMatchObject({ ok: true });
});

test('a thread that is hidden after the publication is told no more, on no surface', async () => {
  const bad = await aThread({
    by: ana,
    title: 'Canary pills',
    accepted: { by: helper, body: 'Canary answer.' },
  });
  await aThread({ by: ana, title: 'Honest question' });
  await publishDigest(today, {}, owner);
  expect((await pinnedDigest(null))?.html).toContain('Canary answer');
  await hideThread(bad.id, owner);
  const surfaces = JSON.stringify([
    await pinnedDigest(null),
    await digestPage(today, owner),
    await digestArchive(1),
    await latestDigests(5),
    await getDigestEndpoint.run({ ...asked, actor: null }),
  ]);
  expect(surfaces).not.toMatch(/Canary/);
  expect(surfaces).toMatch(/Honest question/);
});

test('publishing without a draft drafts first', async () => {
  await aThread({ by: ana, title: 'Where is it?' });
  await publishDigest(today, {}, owner);
  expect((await pinnedDigest(null))?.body).toContain('Where is it?');
});

test('the archive is pages of days, the newest first, with a way through', async () => {
  for (let day = 1; day <= 9; day += 1) {
    const date = `2026-02-0${day}`;
    await importDigest({ ...words, date, publishedAt: new Date(`${date}T08:00:00Z`) }, owner.id);
  }
  const again = { ...words, title: 'Again', date: '2026-02-05', publishedAt: new Date() };
  expect(await importDigest(again, owner.id)).toEqual({ made: false });
  expect(await digestArchive(2, 4)).toMatchObject({
    total: 9,
    page: 2,
    items: [{ date: '2026-02-05', title: words.title }, {}, {}, {}],
  });
  expect(await neighbours('2026-02-05')).toEqual({ earlier: '2026-02-04', later: '2026-02-06' });
  expect(await neighbours('2026-02-09')).toEqual({ earlier: '2026-02-08', later: null });
  expect(await pinnedDigest(null)).toMatchObject({ date: '2026-02-09' });
  await expect(
    importDigest({ ...words, date: '2026-02-30', publishedAt: new Date() }, owner.id),
  ).rejects.toThrow();
});

test('the API publishes, twice with 200, and shows drafts to nobody outside', async () => {
  await draftDigest({ date: today }, owner);
  expect(await getDigestEndpoint.run({ ...asked, actor: null })).toMatchObject({
    status: 404,
    problem: 'not-found',
  });
  expect(await getDigestEndpoint.run({ ...asked, actor: ana })).toMatchObject({ status: 404 });
  expect(await getDigestEndpoint.run({ ...asked, actor: owner })).toMatchObject({
    status: 200,
    body: { state: 'draft' },
  });
  expect(await publishDigestEndpoint.run({ ...asked, actor: helper })).toMatchObject({ status: 403 });
  for (let time = 0; time < 2; time += 1) {
    expect(await publishDigestEndpoint.run({ ...asked, input: words, actor: owner })).toMatchObject({
      status: 200,
      body: { state: 'published', ...words, date: today },
    });
  }
  expect(await getDigestEndpoint.run({ ...asked, actor: null })).toMatchObject({ status: 200, body: words });
  const patch = { ...asked, input: { title: '<b>[x](https://evil.invalid)</b>' }, actor: owner };
  expect(await editDigestEndpoint.run(patch)).toMatchObject({ status: 200 });
  const list = await listDigestsEndpoint.run({
    params: {},
    query: { page: 1, perPage: 30 },
    input: undefined,
    actor: null,
  });
  expect(list).toMatchObject({
    status: 200,
    body: { total: 1, items: [{ title: '<b>[x](https://evil.invalid)</b>' }] },
  });
  if ('body' in list)
    expect(listDigestsEndpoint.output.parse(list.body).items[0]?.url).toMatch(/^http.*\/digests\//);
});

test.each(['2026-13-01', '2026-02-30', 'today', '2026-2-3', '../2026-01-01', ''])('%s is no day', (date) => {
  expect(getDigestEndpoint.params.safeParse({ date }).success).toBe(false);
});
