import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { deleteDueAccounts } from '@/lib/accounts/leaving/delete-due-accounts';
import { keepAccount } from '@/lib/accounts/leaving/keep-account';
import { requestDeletion } from '@/lib/accounts/leaving/request-deletion';
import { isFormerName } from '@/lib/accounts/leaving/rules';
import { REMOVED_TEXT } from '@/lib/accounts/leaving/schema';
import { zipPersonalData } from '@/lib/accounts/leaving/zip-personal-data';
import { openSession } from '@/lib/accounts/open-session';
import { hashPassword } from '@/lib/accounts/passwords';
import { publicPerson } from '@/lib/accounts/queries';
import { requestSignInLink } from '@/lib/accounts/request-sign-in-link';
import { saveProfile } from '@/lib/accounts/save-profile';
import type { Actor } from '@/lib/accounts/schema';
import { DAY } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { editThread } from '@/lib/forum/edit-thread';
import { authorLine } from '@/lib/forum/make-thread-cards';
import { acceptAnswer } from '@/lib/forum/solutions/accept-answer';
import { voteReply } from '@/lib/forum/vote-reply';
import { newId } from '@/lib/ids';
import { handlers } from '@/lib/jobs/handlers';
import { runDueJobs } from '@/lib/jobs/worker';
import { saveOrder } from '@/lib/refunds/orders/save-order';
import { OrderInput } from '@/lib/refunds/orders/schema';
import { requestRefund } from '@/lib/refunds/request-refund';
import { storeUpload } from '@/lib/uploads/store-upload';
import { aPerson } from '../../support/a-person';
import { aReply, aThread } from '../../support/a-thread';
import { aPicture } from '../../support/files';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-21T10:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const sure = { sure: 'on' } as const;

async function leave(actor: Actor, texts: 'keep' | 'remove'): Promise<void> {
  expect(await requestDeletion({ texts, ...sure }, actor)).toEqual({ ok: true });
  vi.setSystemTime(Date.now() + 14 * DAY);
  await deleteDueAccounts();
  while ((await runDueJobs(handlers)) > 0);
}

describe('leaving', () => {
  test('takes fourteen days, in which everything stays and one press keeps the account', async () => {
    const ann = await aPerson();
    await requestDeletion({ texts: 'keep', ...sure }, ann);
    vi.setSystemTime(Date.now() + 14 * DAY - 1);
    await deleteDueAccounts();
    expect(await db.person.findUniqueOrThrow({ where: { id: ann.id } })).toMatchObject({
      name: ann.name,
      email: ann.email,
      deletedAt: null,
    });
    await keepAccount(ann);
    await keepAccount(ann);
    vi.setSystemTime(Date.now() + DAY);
    await deleteDueAccounts();
    expect((await db.person.findUniqueOrThrow({ where: { id: ann.id } })).deletedAt).toBeNull();
    const subjects = (await db.mail.findMany({ where: { toEmail: ann.email ?? '' } })).map(
      (mail) => mail.subject,
    );
    expect(subjects.sort()).toEqual(['Your account stays', 'Your account will be deleted']);
  });

  test('asks for the password where there is one, and is not for the owner', async () => {
    const bob = await aPerson({ passwordHash: await hashPassword('eight or more') });
    const wrong = { ok: false, reason: 'wrong', field: 'password' };
    expect(await requestDeletion({ texts: 'keep', ...sure }, bob)).toEqual(wrong);
    expect(await requestDeletion({ texts: 'keep', password: 'eight or mor', ...sure }, bob)).toEqual(wrong);
    expect(await requestDeletion({ texts: 'keep', password: 'eight or more', ...sure }, bob)).toEqual({
      ok: true,
    });
    const owner = await aPerson({ role: 'owner' });
    expect(await requestDeletion({ texts: 'keep', ...sure }, owner)).toMatchObject({ reason: 'owner' });
  });

  test('keeps the texts without the name, and leaves nothing else that is personal', async () => {
    const ann = await aPerson();
    const other = await aPerson();
    const thread = await aThread({ by: ann, title: 'Where is my lantern of brass?' });
    const reply = await aReply(thread, other);
    await voteReply({ replyId: reply, vote: true }, ann);
    await editThread(
      {
        threadId: thread,
        title: 'Where is my lantern of brass now?',
        body: 'Still waiting for it.',
        tags: [],
      },
      ann,
    );
    await db.privateDetails.create({
      data: { threadId: thread, address: 'Lane 4', note: 'ring twice', at: new Date() },
    });
    await openSession(ann.id, 'Firefox');
    await requestSignInLink({ email: ann.email ?? '' });
    await db.draft.create({
      data: {
        id: newId(),
        holder: `person:${ann.id}`,
        key: 'new-thread',
        seq: 1,
        fields: '{}',
        updatedAt: new Date(),
        expiresAt: new Date(Date.now() + 90 * DAY),
      },
    });
    await leave(ann, 'keep');
    const row = await db.person.findUniqueOrThrow({ where: { id: ann.id } });
    expect(isFormerName(row.name)).toBe(true);
    expect(row).toMatchObject({ email: null, about: '', passwordHash: null, role: 'member' });
    expect(authorLine(row).href).toBeNull();
    expect(await publicPerson(row.name)).toBeNull();
    expect(await publicPerson(ann.name)).toBeNull();
    const left = await Promise.all([
      db.session.count({ where: { personId: ann.id } }),
      db.follow.count({ where: { personId: ann.id } }),
      db.notification.count({ where: { personId: ann.id } }),
      db.readPosition.count({ where: { personId: ann.id } }),
      db.draft.count({ where: { holder: `person:${ann.id}` } }),
      db.signInLink.count({ where: { email: ann.email ?? '' } }),
      db.privateDetails.count({ where: { threadId: thread } }),
      db.postRevision.count({ where: { threadId: thread } }),
      db.accountDeletion.count({ where: { personId: ann.id } }),
    ]);
    expect(left).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(await db.thread.findUniqueOrThrow({ where: { id: thread } })).toMatchObject({
      title: 'Where is my lantern of brass now?',
      body: 'Still waiting for it.',
    });
    expect((await db.reply.findUniqueOrThrow({ where: { id: reply } })).voteCount).toBe(1);
  });

  test('removes the texts where that is wished, but for an answer that solved somebody’s problem', async () => {
    const ann = await aPerson();
    const other = await aPerson();
    const alone = await aThread({ by: ann, title: 'A question nobody answered yet' });
    const answered = await aThread({ by: ann, title: 'A question somebody answered' });
    await aReply(answered, other);
    const theirs = await aThread({ by: other });
    const solving = await aReply(theirs, ann, 'Turn the lid to the left.');
    const chatter = await aReply(theirs, ann, 'I wrote a letter about it.');
    expect(await acceptAnswer({ threadId: theirs, replyId: solving }, other)).toMatchObject({ ok: true });
    await leave(ann, 'remove');
    const threads = await db.thread.findMany({
      where: { authorId: ann.id },
      include: { hiding: true },
      orderBy: { createdAt: 'asc' },
    });
    expect(threads.map((thread) => [thread.title, thread.body, thread.hiding !== null])).toEqual([
      ['A removed question', REMOVED_TEXT, true],
      ['A question somebody answered', REMOVED_TEXT, false],
    ]);
    expect(threads.map(({ id }) => id)).toEqual([alone, answered]);
    expect((await db.reply.findUniqueOrThrow({ where: { id: solving } })).body).toBe(
      'Turn the lid to the left.',
    );
    expect((await db.reply.findUniqueOrThrow({ where: { id: chatter } })).body).toBe(REMOVED_TEXT);
  });

  test('frees name and address for somebody new, and nobody can call themselves a former member', async () => {
    const ann = await aPerson();
    await leave(ann, 'keep');
    const next = await aPerson({ email: ann.email, name: ann.name });
    expect(next.id).not.toBe(ann.id);
    const renamed = await saveProfile(
      { name: 'Former member 123456', about: '', showsPurchases: false },
      next,
    );
    expect(renamed).toMatchObject({ ok: false, reason: 'reserved' });
  });

  test('leaves orders and refunds to the shop', async () => {
    const ann = await aPerson();
    const owner: Actor = { id: 'theowner00000000', name: 'Ola', role: 'owner', email: null };
    await saveOrder(
      OrderInput.parse({
        externalId: `left-${ann.id}`,
        number: 'L-1',
        email: ann.email,
        currency: 'EUR',
        totalMinor: 2400,
      }),
      owner,
    );
    const order = await db.order.findFirstOrThrow({ where: { email: ann.email ?? '' } });
    const asked = await requestRefund({ orderId: order.id }, { actor: ann, guestOrderId: null }, 'page');
    await leave(ann, 'remove');
    expect(await db.order.count({ where: { email: ann.email ?? '' } })).toBe(1);
    const refund = await db.refund.findUniqueOrThrow({ where: { id: asked.ok ? asked.refundId : '' } });
    expect(refund.requestedById).toBeNull();
  });
});

describe('a copy of one’s data', () => {
  test('has what one wrote and uploaded, and nothing of others', async () => {
    const ann = await aPerson();
    const other = await aPerson({ name: 'Somebody Entirely Else' });
    const thread = await aThread({ by: ann, body: 'My words about the brass lantern.' });
    await aReply(thread, other, 'Words of the other one.');
    const stored = await storeUpload(
      { bytes: await aPicture('png', '#123456'), name: 'mine.png' },
      { actorId: ann.id, holder: null },
    );
    const pieces: Uint8Array[] = [];
    for await (const piece of zipPersonalData(ann)) pieces.push(piece);
    const files = unzipSync(Buffer.concat(pieces));
    const data = strFromU8(files['data.json'] ?? new Uint8Array());
    expect(JSON.parse(data)).toMatchObject({ person: { name: ann.name, email: ann.email } });
    expect(data).toContain('My words about the brass lantern.');
    expect(data).not.toContain('Words of the other one.');
    expect(data).not.toMatch(/passwordHash|tokenHash/);
    const name = stored.ok ? stored.upload.url.split('/').at(-1) : '';
    expect(Object.keys(files)).toEqual(['data.json', `files/${name}`]);
  });

  test('is made although a file has gone from the disk', async () => {
    const ann = await aPerson();
    await db.upload.create({
      data: {
        id: newId(),
        fileName: 'gonegonegonegonegonegone.png',
        kind: 'image',
        title: 'gone',
        bytes: 1,
        ownerId: ann.id,
        createdAt: new Date(),
      },
    });
    const pieces: Uint8Array[] = [];
    for await (const piece of zipPersonalData(ann)) pieces.push(piece);
    expect(Object.keys(unzipSync(Buffer.concat(pieces)))).toEqual(['data.json']);
  });
});
