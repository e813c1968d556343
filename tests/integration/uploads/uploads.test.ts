import { readdirSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import { saveArticle } from '@/lib/faq/save-article';
import { UNLIMITED } from '@/lib/forum/check-limits';
import { editReply } from '@/lib/forum/edit-reply';
import { editThread } from '@/lib/forum/edit-thread';
import { startThread } from '@/lib/forum/start-thread';
import { hidePost } from '@/lib/moderation/hide-post';
import { restorePost } from '@/lib/moderation/restore-post';
import { attachUploads, uploadsInText } from '@/lib/uploads/attach-uploads';
import { claimUploads } from '@/lib/uploads/claim-uploads';
import { FILE_MAX } from '@/lib/uploads/schema';
import { storeFormFiles } from '@/lib/uploads/store-form-files';
import { storeUpload } from '@/lib/uploads/store-upload';
import { aPerson } from '../../support/a-person';
import { aReply, aThread } from '../../support/a-thread';
import { foreignFiles } from '../../support/files';
import { aFreshPicture, folder, gives, seenBy } from './given-files';

const owner = await aPerson({ role: 'owner' });
const helper = await aPerson({ role: 'helper' });
const ana = await aPerson();
const ben = await aPerson();
const everybody = async (fileName: string) =>
  Promise.all([null, ben, ana, helper, owner].map((actor) => seenBy(fileName, actor)));

test('a file is kept under a name of chance, for this user alone, and says what shows it', async () => {
  const file = await gives(ana);
  expect(file.fileName).toMatch(/^[0-9a-z]{26}\.60x40\.png$/);
  expect(file.markdown).toBe(`![lamp](${file.url})`);
  expect([statSync(folder).mode & 0o777, statSync(file.place).mode & 0o777]).toEqual([0o700, 0o600]);
  expect(await db.upload.findUnique({ where: { id: file.id } })).toMatchObject({
    ownerId: ana.id,
    holder: null,
    bytes: statSync(file.place).size,
  });
});

test('a PDF is kept as it is; what is empty, too large or foreign is not kept, and leaves nothing behind', async () => {
  const pdf = Buffer.from('%PDF-1.4\n<script>alert(1)</script>\n%%EOF');
  const kept = await gives(ana, pdf);
  expect([kept.kind, kept.markdown]).toEqual(['pdf', `[lamp](${kept.url})`]);
  const before = readdirSync(folder).sort();
  const who = { actorId: ana.id, holder: null };
  const refused = async (bytes: Buffer) => storeUpload({ bytes, name: 'photo.png' }, who);
  expect(await refused(Buffer.alloc(0))).toEqual({ ok: false, reason: 'empty' });
  expect(await refused(Buffer.concat([pdf, Buffer.alloc(FILE_MAX)]))).toEqual({
    ok: false,
    reason: 'too-large',
  });
  for (const bytes of Object.values(foreignFiles()))
    expect(await refused(bytes)).toEqual({ ok: false, reason: 'not-accepted' });
  expect(await refused((await aFreshPicture()).subarray(0, 60))).toEqual({ ok: false, reason: 'broken' });
  expect(readdirSync(folder).sort()).toEqual(before);
});

test('the same file of the same person is one upload, of two people two; nobody can tell from the name', async () => {
  const bytes = await aFreshPicture();
  const [first, again, others] = [await gives(ana, bytes), await gives(ana, bytes), await gives(ben, bytes)];
  expect([again.id === first.id, others.fileName === first.fileName]).toEqual([true, false]);
  const together = await Promise.all([1, 2, 3].map(() => gives(ana, bytes)));
  expect(new Set(together.map(({ id }) => id))).toEqual(new Set([first.id]));
});

test('until a post shows it a file is its giver’s and the staff’s; then everybody’s; in a hidden post its author’s', async () => {
  const file = await gives(ana);
  expect(await everybody(file.fileName)).toEqual(['none', 'none', 'some', 'some', 'some']);
  const threadId = await aThread({ by: ana, body: `Look: ${file.markdown}` });
  expect(await everybody(file.fileName)).toEqual(Array(5).fill('all'));
  await hidePost({ kind: 'thread', id: threadId, reason: '' }, owner);
  expect(await everybody(file.fileName)).toEqual(['none', 'none', 'some', 'some', 'some']);
  await restorePost({ kind: 'thread', id: threadId }, owner);
  expect(await seenBy(file.fileName, null)).toBe('all');
});

test('a reply’s file goes with the reply, and with the thread it stands in', async () => {
  const threadId = await aThread({ by: ben });
  const file = await gives(ana);
  const replyId = await aReply(threadId, ana, `So: ${file.markdown}`);
  expect(await seenBy(file.fileName, null)).toBe('all');
  await hidePost({ kind: 'reply', id: replyId, reason: '' }, owner);
  expect(await everybody(file.fileName)).toEqual(['none', 'none', 'some', 'some', 'some']);
  await restorePost({ kind: 'reply', id: replyId }, owner);
  await hidePost({ kind: 'thread', id: threadId, reason: '' }, owner);
  expect(await everybody(file.fileName)).toEqual(['none', 'none', 'some', 'some', 'some']);
});

test('private details show their file to the asker and the staff alone', async () => {
  const threadId = await aThread({ by: ana });
  const receipt = await gives('browser:receipt');
  await db.privateDetails.create({ data: { threadId, at: now() } });
  await transaction((tx) =>
    attachUploads(tx, { detailsId: threadId }, [receipt.fileName], {
      actorId: ana.id,
      holder: 'browser:receipt',
    }),
  );
  expect(await everybody(receipt.fileName)).toEqual(['none', 'none', 'some', 'some', 'some']);
  expect(await seenBy(receipt.fileName, null, 'browser:receipt')).toBe('none');
});

test('nobody attaches what others gave, seen or unseen; quoting shows no more than the original does', async () => {
  const [unseen, shown] = [await gives(ana), await gives(ana)];
  const threadId = await aThread({ by: ana, body: `Look: ${shown.markdown}` });
  await aReply(threadId, ben, `Mine now: ${unseen.markdown} ${shown.markdown}`);
  expect(await db.uploadUse.count({ where: { upload: { fileName: unseen.fileName } } })).toBe(0);
  expect(await seenBy(unseen.fileName, ben)).toBe('none');
  await editThread({ threadId, body: 'I took it away.' }, ana);
  expect(await everybody(shown.fileName)).toEqual(['none', 'none', 'some', 'some', 'some']);
});

test('a browser’s file becomes its visitor’s with the question, or at sign-in; another browser’s does not', async () => {
  const [mine, later, foreign] = [
    await gives('browser:mine'),
    await gives('browser:mine'),
    await gives('browser:other'),
  ];
  expect([await seenBy(mine.fileName, null, 'browser:mine'), await seenBy(mine.fileName, null)]).toEqual([
    'some',
    'none',
  ]);
  const asked = await startThread(
    {
      title: 'Asked before it was known by whom',
      body: `${mine.markdown} ${foreign.markdown}`,
      category: 'general',
      tags: [],
    },
    ben,
    UNLIMITED,
    { holder: 'browser:mine' },
  );
  expect(asked.ok).toBe(true);
  expect(
    await db.upload.findMany({ where: { ownerId: ben.id, holder: null, fileName: mine.fileName } }),
  ).toHaveLength(1);
  expect([await seenBy(mine.fileName, null), await seenBy(foreign.fileName, ben)]).toEqual(['all', 'none']);
  await claimUploads('browser:mine', ben.id);
  expect([await seenBy(later.fileName, ben), await seenBy(later.fileName, null, 'browser:mine')]).toEqual([
    'some',
    'none',
  ]);
});

test('edits let go and take in; the staff’s edit of another’s post keeps its pictures', async () => {
  const threadId = await aThread({ by: ben });
  const [first, second] = [await gives(ana), await gives(ana)];
  const replyId = await aReply(threadId, ana, `One: ${first.markdown}`);
  await editReply({ replyId, body: `Two: ${second.markdown}` }, ana);
  expect([await seenBy(first.fileName, null), await seenBy(second.fileName, null)]).toEqual(['none', 'all']);
  await editReply({ replyId, body: `Two, in better words: ${second.markdown}` }, helper);
  expect(await seenBy(second.fileName, null)).toBe('all');
  expect(await db.upload.findUnique({ where: { id: second.id } })).toMatchObject({ ownerId: ana.id });
});

test('an article keeps the picture it took over from a post, and shows it once it is published', async () => {
  const file = await gives(ana);
  const threadId = await aThread({ by: ana, body: `Look: ${file.markdown}` });
  const form = { title: 'How a lamp looks', body: file.markdown, keywords: '', category: 'general' };
  const draft = await saveArticle({ ...form, intent: 'draft' }, helper);
  if (!draft.ok || !draft.id) throw new Error('not saved');
  await hidePost({ kind: 'thread', id: threadId, reason: '' }, owner);
  expect(await seenBy(file.fileName, null)).toBe('none');
  await saveArticle({ ...form, id: draft.id, intent: 'publish' }, helper);
  expect(await seenBy(file.fileName, null)).toBe('all');
  await saveArticle({ ...form, id: draft.id, body: 'Words only.', intent: 'save' }, helper);
  expect(await seenBy(file.fileName, null)).toBe('none');
});

test('a person has one picture; a new one takes its place', async () => {
  const [first, second] = [await gives(ben), await gives(ben)];
  const wear = (fileName: string) =>
    transaction((tx) =>
      attachUploads(tx, { personId: ben.id }, [fileName], { actorId: ben.id, holder: null }),
    );
  await wear(first.fileName);
  await wear(second.fileName);
  expect([await seenBy(first.fileName, null), await seenBy(second.fileName, null)]).toEqual(['none', 'all']);
});

test('names that are none of ours, of nobody, or a thousand are passed over', async () => {
  const threadId = await aThread({ by: ana });
  const names = ['../.env', '', '%', 'a.png', `${'0'.repeat(26)}.pdf`, ...Array(1000).fill('x')];
  await transaction((tx) => attachUploads(tx, { threadId }, names, { actorId: ana.id, holder: null }));
  expect(await db.uploadUse.count({ where: { threadId } })).toBe(0);
  expect(uploadsInText('![](/uploads/../../etc/passwd) ![](/uploads/%2e%2e/x.png)')).toEqual([]);
});

test('the files of a bare form become lines below its text; an input left alone is no file', async () => {
  const form = new FormData();
  form.append('files', new File([], ''));
  const who = { actorId: ana.id, holder: null };
  expect(await storeFormFiles(form, who)).toEqual({ ok: true, uploads: [], markdown: '' });
  form.append('files', new File([new Uint8Array(await aFreshPicture())], 'front.png'));
  form.append('files', new File(['%PDF-1.4 x'], 'receipt.pdf'));
  const stored = await storeFormFiles(form, who);
  expect(stored.ok && stored.markdown).toMatch(
    /^\n\n!\[front\]\(\/uploads\/\S+\.png\)\n\n\[receipt\]\(\/uploads\/\S+\.pdf\)$/,
  );
  form.append('files', new File(['<svg/>'], 'x.png'));
  expect(await storeFormFiles(form, who)).toEqual({ ok: false, reason: 'not-accepted', field: 'files' });
  for (let at = 0; at < 3; at += 1) form.append('files', new File(['%PDF-'], 'a.pdf'));
  expect(await storeFormFiles(form, who)).toMatchObject({ reason: 'too-many-files' });
});
