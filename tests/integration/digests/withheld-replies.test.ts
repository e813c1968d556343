import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '@/lib/accounts/schema';
import { calendarDay, now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { getDigestEndpoint, listDigestsEndpoint } from '@/lib/digests/api';
import { digestDraft } from '@/lib/digests/desk-queries';
import { draftDigest } from '@/lib/digests/draft-digest';
import { editDigest } from '@/lib/digests/edit-digest';
import { importDigest } from '@/lib/digests/import-digest';
import { publishDigest } from '@/lib/digests/publish-digest';
import { digestArchive, digestPage, latestDigests, pinnedDigest } from '@/lib/digests/queries';
import { mergeThreads } from '@/lib/forum/curation/merge-threads';
import { newId } from '@/lib/ids';
import { dismissFlags } from '@/lib/moderation/dismiss-flags';
import { flagPost } from '@/lib/moderation/flag-post';
import { hidePost } from '@/lib/moderation/hide-post';
import { restorePost } from '@/lib/moderation/restore-post';
import { digestsFeed, siteFeed } from '@/lib/web/feeds';
import { aPerson, aThread } from './shop';

const owner = await aPerson('owner');
const helper = await aPerson('helper');
const [ana, ben, buyer] = [await aPerson(), await aPerson(), await aPerson()];
await anOrderOf(buyer);
const today = calendarDay(new Date(), 'UTC');
const WORDS = 'Canarywords: let the wax go cold, then lift it with a card.';
const OWN = 'Thank you all for your patience this week.';

beforeEach(async () => {
  await db.digestPublication.deleteMany();
  await db.digest.deleteMany();
  await db.flag.deleteMany();
  await db.hiding.deleteMany();
  await db.acceptedAnswer.deleteMany();
  await db.reply.deleteMany();
  await db.meToo.deleteMany();
  await db.follow.deleteMany();
  await db.threadEvent.deleteMany();
  await db.thread.deleteMany();
});

async function anOrderOf({ email }: Actor): Promise<void> {
  const id = newId();
  await db.order.create({
    data: {
      id,
      externalId: id,
      number: id,
      numberKey: id,
      email: email ?? '',
      currency: 'EUR',
      totalMinor: 2400,
      capturedMinor: 2400,
      paidAt: now(),
      provider: 'pretend',
      paymentRef: id,
      createdAt: now(),
      updatedAt: now(),
    },
  });
}

/** A solved thread, and the reply that solved it. */
async function aSolvedThread(): Promise<{ threadId: string; href: string; replyId: string }> {
  const { id, href } = await aThread({
    by: ana,
    title: 'Wax on the oak floor',
    accepted: { by: ben, body: WORDS },
  });
  const reply = await db.reply.findFirstOrThrow({ where: { threadId: id } });
  return { threadId: id, href, replyId: reply.id };
}

/** Publishes the draft of today with a paragraph of the owner's above it. */
async function publishWithOwnWords(): Promise<void> {
  await draftDigest({ date: today }, owner);
  const draft = await digestDraft(today, owner);
  await editDigest(today, { body: `${OWN}\n\n${draft?.body}` }, owner);
  expect(await publishDigest(today, {}, owner)).toMatchObject({ ok: true, already: false });
}

/** Every place that shows a digest, each as one text. */
async function shown(): Promise<string[]> {
  const asked = { params: { date: today }, query: {}, input: undefined };
  const page = { params: {}, query: { page: 1, perPage: 30 }, input: undefined };
  const places = await Promise.all([
    pinnedDigest(null),
    digestPage(today, owner),
    latestDigests(5),
    digestsFeed(),
    siteFeed(),
    getDigestEndpoint.run({ ...asked, actor: null }),
    getDigestEndpoint.run({ ...asked, actor: owner }),
    digestDraft(today, helper).then((digest) => digest?.html),
    digestArchive(1),
    listDigestsEndpoint.run({ ...page, actor: null }),
  ]);
  return places.map((place) => JSON.stringify(place));
}

async function expectToldEverywhere(): Promise<void> {
  for (const place of await shown()) expect(place).toContain('Canarywords');
}

async function expectToldNowhere(): Promise<void> {
  for (const place of await shown()) {
    expect(place).not.toContain('Canarywords');
    expect(place).toContain('Wax on the oak floor');
    expect(place).toContain(OWN);
  }
}

test('a reply that is hidden after the publication is quoted nowhere, and is again once it is restored', async () => {
  const { replyId } = await aSolvedThread();
  await publishWithOwnWords();
  await expectToldEverywhere();
  await hidePost({ kind: 'reply', id: replyId, reason: '' }, helper);
  await expectToldNowhere();
  await restorePost({ kind: 'reply', id: replyId }, helper);
  await expectToldEverywhere();
});

test('a digest without links to its answers, as they were written before, stops quoting a hidden one as well', async () => {
  const { href, replyId } = await aSolvedThread();
  const body = `${OWN}\n\n**[Wax on the oak floor](${href})** (3 people)\n\n> ${WORDS}`;
  await importDigest({ date: today, title: 'Solved', body, publishedAt: now() }, owner.id);
  await expectToldEverywhere();
  await hidePost({ kind: 'reply', id: replyId, reason: '' }, helper);
  await expectToldNowhere();
  await restorePost({ kind: 'reply', id: replyId }, helper);
  await expectToldEverywhere();
});

test('a reply that a buyer reported is folded in its thread and left out of the digest until the shop has looked', async () => {
  const { replyId } = await aSolvedThread();
  await publishWithOwnWords();
  const report = { targetType: 'reply' as const, targetId: replyId, reason: 'This is rude' };
  await flagPost(report, ana);
  await expectToldEverywhere();
  await flagPost(report, buyer);
  await expectToldNowhere();
  await dismissFlags({ kind: 'reply', id: replyId }, owner);
  await expectToldEverywhere();
});

test('a reply that was changed or went away after it was quoted is known by its link', async () => {
  const { replyId } = await aSolvedThread();
  await publishWithOwnWords();
  await db.reply.update({ where: { id: replyId }, data: { body: 'Other words by now.' } });
  await hidePost({ kind: 'reply', id: replyId, reason: '' }, helper);
  await expectToldNowhere();
  await restorePost({ kind: 'reply', id: replyId }, helper);
  await expectToldEverywhere();
  await db.acceptedAnswer.deleteMany();
  await db.reply.delete({ where: { id: replyId } });
  await expectToldNowhere();
});

test('a reply that moved to another thread is found there', async () => {
  const { threadId, replyId } = await aSolvedThread();
  const other = await aThread({ by: buyer, title: 'Wax on oak' });
  await publishWithOwnWords();
  expect(await mergeThreads({ threadId, target: other.id }, owner)).toMatchObject({ ok: true });
  await expectToldEverywhere();
  await hidePost({ kind: 'reply', id: replyId, reason: '' }, helper);
  await expectToldNowhere();
});

test('a reply hidden after the draft is not published: an untouched draft is made anew, what a person wrote is refused', async () => {
  const { replyId } = await aSolvedThread();
  await draftDigest({ date: today }, owner);
  const draft = await digestDraft(today, owner);
  expect(draft?.body).toContain(`?reply=${replyId})`);
  await hidePost({ kind: 'reply', id: replyId, reason: '' }, helper);
  expect((await digestDraft(today, owner))?.html).not.toContain('Canarywords');
  const body = `${OWN}\n\n${draft?.body}`;
  expect(await publishDigest(today, { body }, owner)).toEqual({ ok: false, reason: 'mentions-hidden' });
  const withoutLink = body.replace(/ \[Read the answer\]\(\S+\)/, '');
  expect(await publishDigest(today, { body: withoutLink }, owner)).toEqual({
    ok: false,
    reason: 'mentions-hidden',
  });
  expect(await publishDigest(today, {}, owner)).toMatchObject({ ok: true, already: false });
  const stored = await db.digest.findUniqueOrThrow({ where: { date: today } });
  expect(stored.body).toContain('Wax on the oak floor');
  expect(stored.body).not.toContain('Canarywords');
});

test('the draft quotes no answer that is folded, but another one that was accepted', async () => {
  const { threadId, replyId } = await aSolvedThread();
  const other = newId();
  const of = { threadId, authorId: ana.id };
  await db.reply.create({ data: { id: other, ...of, number: 2, body: 'Warm water.', createdAt: now() } });
  await db.acceptedAnswer.create({
    data: { id: newId(), threadId, replyId: other, byId: ana.id, at: now() },
  });
  await flagPost({ targetType: 'reply', targetId: replyId, reason: 'This is rude' }, buyer);
  await draftDigest({ date: today }, owner);
  const draft = await digestDraft(today, owner);
  expect(draft?.body).toContain(`> Warm water. [Read the answer](/t/${threadId}?reply=${other})`);
  expect(draft?.body).not.toContain('Canarywords');
});
