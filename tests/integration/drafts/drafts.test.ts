import { expect, test } from 'vitest';
import { DAY, later, MINUTE, now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { claimDrafts } from '@/lib/drafts/claim-drafts';
import { dropDraft, dropOldDrafts } from '@/lib/drafts/drop-draft';
import { readDraft } from '@/lib/drafts/queries';
import { personHolder } from '@/lib/drafts/rules';
import { saveDraft } from '@/lib/drafts/save-draft';
import { DRAFTS_MAX, type Holder, SaveDraft } from '@/lib/drafts/schema';
import { newId } from '@/lib/ids';
import { hashToken, newToken } from '@/lib/secrets';

const key = 'new-thread';
const aHolder = (): Holder => personHolder(newId());
const save = (holder: Holder, seq: number, body: string, form = key) =>
  saveDraft(holder, { key: form, seq, fields: { body } });

test('a text grows from save to save, and comes back as it was', async () => {
  const holder = aHolder();
  expect(await readDraft(holder, key)).toBeNull();
  expect(await save(holder, 0, 'It')).toEqual({ ok: true, seq: 1 });
  expect(await save(holder, 1, 'It hums "loud"\n\\')).toEqual({ ok: true, seq: 2 });
  expect(await readDraft(holder, key)).toMatchObject({ seq: 2, fields: { body: 'It hums "loud"\n\\' } });
  expect(await readDraft(aHolder(), key)).toBeNull();
  expect(await readDraft(holder, `reply:${newId()}`)).toBeNull();
});

test('an older tab never overwrites a newer draft: it is given that draft', async () => {
  const holder = aHolder();
  await save(holder, 0, 'one');
  await save(holder, 1, 'two');
  expect(await save(holder, 1, 'from an old tab')).toEqual({
    ok: false,
    reason: 'older',
    seq: 2,
    fields: { body: 'two' },
  });
  expect(await save(holder, 0, 'from a new tab')).toMatchObject({ ok: false, seq: 2 });
  expect(await readDraft(holder, key)).toMatchObject({ seq: 2, fields: { body: 'two' } });
});

test('an answer that got lost does no harm: the same text is saved already', async () => {
  const holder = aHolder();
  await save(holder, 0, 'one');
  expect(await save(holder, 0, 'one')).toEqual({ ok: true, seq: 1 });
});

test('of twenty tabs that save at once one wins, with the first draft and with a later one', async () => {
  const holder = aHolder();
  for (const seq of [0, 1]) {
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, tab) => save(holder, seq, `${seq}, tab ${tab}`)),
    );
    const won = all.flatMap((saved, tab) => (saved.ok ? [tab] : []));
    expect(won).toHaveLength(1);
    expect(await readDraft(holder, key)).toMatchObject({
      seq: seq + 1,
      fields: { body: `${seq}, tab ${won[0]}` },
    });
  }
  expect(await db.draft.count({ where: { holder } })).toBe(1);
});

test('what was sent is forgotten, and what nobody touched for half a year', async () => {
  const [sent, left] = [aHolder(), aHolder()];
  await save(sent, 0, 'sent');
  await save(left, 0, 'left');
  await dropDraft(sent, key);
  expect(await readDraft(sent, key)).toBeNull();
  await dropOldDrafts(later(now(), 180 * DAY - MINUTE));
  expect(await readDraft(left, key)).not.toBeNull();
  await db.draft.updateMany({ where: { holder: left }, data: { expiresAt: later(now(), -MINUTE) } });
  expect(await readDraft(left, key)).toBeNull();
  expect(await save(left, 0, 'again')).toEqual({ ok: true, seq: 1 });
  await dropOldDrafts(later(now(), 180 * DAY + MINUTE));
  expect(await db.draft.count({ where: { holder: left } })).toBe(0);
});

test('a tab that goes on after its text was sent elsewhere keeps what it has', async () => {
  const holder = aHolder();
  await save(holder, 0, 'one');
  await dropDraft(holder, key);
  expect(await save(holder, 1, 'more')).toEqual({ ok: true, seq: 2 });
});

test('fifty are kept, also when many are saved together; the oldest go', async () => {
  const holder = aHolder();
  const keys = Array.from({ length: DRAFTS_MAX }, () => `reply:${newId()}`);
  for (const form of keys) await save(holder, 0, form, form);
  await Promise.all(Array.from({ length: 10 }, () => save(holder, 0, 'new', `reply:${newId()}`)));
  expect(await db.draft.count({ where: { holder } })).toBe(DRAFTS_MAX);
  expect(await readDraft(holder, keys[9] ?? '')).toBeNull();
  expect(await readDraft(holder, keys[10] ?? '')).not.toBeNull();
});

test("at sign-in a browser's drafts become the person's, where they have no newer one", async () => {
  const [browser, person] = [`browser:${hashToken(newToken())}` as const, aHolder()];
  const [older, newer] = [`reply:${newId()}`, `reply:${newId()}`];
  await save(person, 0, 'old of the person', older);
  await save(browser, 0, 'new of the browser', older);
  await save(browser, 0, 'old of the browser', newer);
  await save(person, 0, 'new of the person', newer);
  await save(browser, 0, 'question');
  const ago = (minutes: number) => later(now(), -minutes * MINUTE);
  await db.draft.updateMany({ where: { holder: person, key: older }, data: { updatedAt: ago(2) } });
  await db.draft.updateMany({ where: { holder: browser, key: newer }, data: { updatedAt: ago(2) } });
  await Promise.all([claimDrafts(browser, person), claimDrafts(browser, person)]);
  expect(await db.draft.count({ where: { holder: browser } })).toBe(0);
  expect((await readDraft(person, key))?.fields).toEqual({ body: 'question' });
  expect((await readDraft(person, older))?.fields).toEqual({ body: 'new of the browser' });
  expect((await readDraft(person, newer))?.fields).toEqual({ body: 'new of the person' });
  // A tab of before the sign-in that saves now is told.
  expect(await save(person, 1, 'old of the person, more', older)).toMatchObject({ ok: false });
});

test('only forms that we have are kept, and no endless ones', () => {
  const fits = (draft: object) => SaveDraft.safeParse({ key, seq: 0, fields: {}, ...draft }).success;
  expect(fits({ fields: { body: 'x'.repeat(59_000) } })).toBe(true);
  for (const wrong of [
    { key: 'reply:' },
    { key: 'reply' },
    { key: `reply:${newId()}:more` },
    { key: `other:${newId()}` },
    { seq: -1 },
    { seq: 1.5 },
    { fields: { body: 'x'.repeat(60_001) } },
    { fields: { body: 7 } },
    { fields: Object.fromEntries(Array.from({ length: 21 }, (_, at) => [`f${at}`, ''])) },
  ]) {
    expect(fits(wrong)).toBe(false);
  }
});
