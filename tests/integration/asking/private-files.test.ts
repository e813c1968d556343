import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '@/lib/accounts/schema';
import { askQuestion } from '@/lib/asking/ask-question';
import { enterByLink } from '@/lib/asking/enter-by-mail';
import { PRIVATE_FILES_MAX } from '@/lib/asking/private-files';
import { privateDetails } from '@/lib/asking/queries';
import { savePrivateDetails } from '@/lib/asking/save-private-details';
import { AskQuestion, SaveDetails } from '@/lib/asking/schema';
import { ensureGeneralCategory } from '@/lib/categories/ensure-category';
import { DAY, later, now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { readDraft } from '@/lib/drafts/queries';
import { editThread } from '@/lib/forum/edit-thread';
import { threadPage } from '@/lib/forum/page-queries';
import { postReply } from '@/lib/forum/post-reply';
import { indexThread } from '@/lib/search/index-document';
import { hashToken, newToken } from '@/lib/secrets';
import { uploadForReader } from '@/lib/uploads/queries';
import { removeOrphans } from '@/lib/uploads/remove-orphans';
import type { Uploader } from '@/lib/uploads/schema';
import { storeUpload } from '@/lib/uploads/store-upload';
import { threadFeed } from '@/lib/web/feeds';
import { aPerson } from '@/tests/support/a-person';
import { aPicture } from '@/tests/support/files';

let made = 0;
beforeAll(async () => void (await ensureGeneralCategory()));

async function given(who: Uploader, name = 'receipt.png') {
  made += 1;
  const bytes = await aPicture('png', `#${(made * 4099).toString(16).padStart(6, '0')}`);
  const stored = await storeUpload({ bytes, name }, who);
  if (!stored.ok) throw new Error(stored.reason);
  const fileName = stored.upload.url.replace('/uploads/', '');
  return { fileName, url: stored.upload.url, line: `${fileName} ${stored.upload.title}` };
}
const byPerson = ({ id }: Actor) => ({ actorId: id, holder: null });

async function ask(actor: Actor, fields: object): Promise<string> {
  made += 1;
  await db.thread.updateMany({ where: { authorId: actor.id }, data: { createdAt: later(now(), -2 * DAY) } });
  const question = { title: `Where is parcel ${made}?`, body: 'It is late.', category: 'general' };
  const asked = await askQuestion(AskQuestion.parse({ ...question, ...fields }), actor, async () =>
    newToken(),
  );
  if (!asked.ok || asked.id === null) throw new Error(JSON.stringify(asked));
  return asked.id;
}

async function seenBy(fileName: string, actor: Actor | null, holder: string | null = null) {
  const file = await uploadForReader(fileName, async () => ({ actor, holder }));
  return file && (file.isPublic ? 'everybody' : 'them');
}

const filesOf = async (threadId: string, actor: Actor) =>
  (await privateDetails(threadId, actor))?.details?.files.map(({ fileName }) => fileName) ?? [];

test('a photo for the shop is seen by the asker and the staff, and its address opens for nobody else', async () => {
  const [ana, bo] = [await aPerson(), await aPerson()];
  const [owner, helper] = [await aPerson({ role: 'owner' }), await aPerson({ role: 'helper' })];
  const file = await given(byPerson(ana));
  const id = await ask(ana, { privateFiles: file.line });
  for (const actor of [ana, owner, helper]) {
    expect(await filesOf(id, actor)).toEqual([file.fileName]);
    expect(await seenBy(file.fileName, actor)).toBe('them');
  }
  expect(await privateDetails(id, bo)).toBeNull();
  for (const actor of [bo, null]) expect(await seenBy(file.fileName, actor)).toBeNull();
  // Nor does it stand anywhere that is made of the thread.
  await indexThread(id);
  const told = JSON.stringify([
    await threadPage(id, owner, 1),
    await db.searchDocument.findMany(),
    await threadFeed(id),
  ]);
  expect(told).not.toContain(file.fileName.slice(0, 26));
});

test('naming the address elsewhere opens it for nobody, and nobody takes over the file of another', async () => {
  const [ana, bo, helper] = [await aPerson(), await aPerson(), await aPerson({ role: 'helper' })];
  const file = await given(byPerson(ana));
  const id = await ask(ana, { privateFiles: file.line });
  const theirs = await ask(bo, { privateFiles: file.line, body: `Look: ![x](${file.url})` });
  expect(await privateDetails(theirs, bo)).toMatchObject({ details: null });
  for (const actor of [bo, helper])
    await postReply({ threadId: id, body: `Here it is: ![x](${file.url})` }, actor);
  for (const actor of [bo, null]) expect(await seenBy(file.fileName, actor)).toBeNull();
  expect(await seenBy(file.fileName, ana)).toBe('them');
});

test('a visitor gives it before anybody knows who asks; confirmed on another device it is the shop’s and theirs', async () => {
  const browser = newToken();
  const holder = `browser:${hashToken(browser)}` as const;
  const file = await given({ actorId: null, holder });
  const input = AskQuestion.parse({
    title: 'My parcel came open',
    body: 'What now?',
    category: 'general',
    email: 'open-parcel@example.org',
    privateFiles: file.line,
  });
  expect(await askQuestion(input, null, async () => browser)).toMatchObject({ ok: true, id: null });
  expect((await readDraft(holder, 'new-thread'))?.fields.privateFiles).toBe(file.line);
  expect(await seenBy(file.fileName, null, holder)).toBe('them');
  expect(await seenBy(file.fileName, null, `browser:${hashToken(newToken())}`)).toBeNull();
  const mail = await db.mail.findFirstOrThrow({ where: { toEmail: 'open-parcel@example.org' } });
  expect(`${mail.text}${mail.html}`).not.toContain(file.fileName);
  const token = /\/sign-in\/([\w-]{43})/.exec(mail.text)?.[1] ?? '';
  expect(await enterByLink({ token, name: 'Open Parcel' }, newToken())).toMatchObject({ ok: true });
  const thread = await db.thread.findFirstOrThrow({ where: { title: input.title } });
  const asker = await aPersonOf(thread.authorId);
  expect(await filesOf(thread.id, asker)).toEqual([file.fileName]);
  expect(await seenBy(file.fileName, asker)).toBe('them');
  for (const actor of [await aPerson(), null]) expect(await seenBy(file.fileName, actor)).toBeNull();
});

async function aPersonOf(id: string): Promise<Actor> {
  const { name, role, email } = await db.person.findUniqueOrThrow({ where: { id } });
  return { ...(await aPerson()), id, name, role, email };
}

test('the asker adds one later and takes it out again; then it goes within a day, and nobody else can do either', async () => {
  const [ana, helper] = [await aPerson(), await aPerson({ role: 'helper' })];
  const [first, second] = [await given(byPerson(ana)), await given(byPerson(ana), 'label.png')];
  const threadId = await ask(ana, { privateFiles: first.line });
  const save = (privateFiles: string, actor: Actor) =>
    savePrivateDetails(SaveDetails.parse({ threadId, privateFiles }), actor);
  expect(await save(`${first.line}\n${second.line}`, ana)).toMatchObject({ ok: true });
  expect(await filesOf(threadId, helper)).toEqual([first.fileName, second.fileName]);
  expect(await save('', helper)).toMatchObject({ ok: false });
  expect(await filesOf(threadId, ana)).toHaveLength(2);
  await save(second.line, ana);
  expect(await filesOf(threadId, helper)).toEqual([second.fileName]);
  await save('', ana);
  expect((await privateDetails(threadId, ana))?.details).toBeNull();
  const names = { in: [first.fileName, second.fileName] };
  await db.upload.updateMany({ where: { fileName: names }, data: { createdAt: later(now(), -2 * DAY) } });
  await removeOrphans();
  expect(await db.upload.count({ where: { fileName: names } })).toBe(0);
});

test('words that come back to be hidden keep the files, and an edit of the question leaves them where they are', async () => {
  const ana = await aPerson();
  const file = await given(byPerson(ana));
  const body = 'Write to ana@example.com.';
  const input = { privateFiles: file.line, body, title: 'May I be called?', category: 'general' };
  const first = await askQuestion(AskQuestion.parse(input), ana, async () => newToken());
  expect(first).toMatchObject({ ok: false, reason: 'shows-private' });
  const threadId = await ask(ana, { ...input, intent: 'hidden' });
  expect(await filesOf(threadId, ana)).toEqual([file.fileName]);
  await editThread({ threadId, body: 'Never mind.' }, ana);
  expect(await filesOf(threadId, ana)).toEqual([file.fileName]);
});

test('what is no file of ours is dropped, and more than a few are refused with words', async () => {
  const name = (at: number) => `${String(at).padStart(26, '0')}.pdf A page`;
  const lines = (count: number) => Array.from({ length: count }, (_, at) => name(at)).join('\r\n');
  const read = (privateFiles: string) => SaveDetails.safeParse({ threadId: 'x', privateFiles });
  expect(read('../../etc/passwd x\n<script>\n\n').data?.privateFiles).toBe('');
  expect(read(lines(PRIVATE_FILES_MAX)).data?.privateFiles.split('\n')).toHaveLength(PRIVATE_FILES_MAX);
  const refused = read(lines(PRIVATE_FILES_MAX + 1));
  expect(refused.error?.issues[0]?.message).toContain('at most 5 files');
});
