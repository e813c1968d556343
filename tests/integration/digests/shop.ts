import type { Actor, Role } from '@/lib/accounts/schema';
import { db } from '@/lib/db/client';
import { newId } from '@/lib/ids';

let count = 0;

/** A person of this shop; names are made up and unique within a file. */
export async function aPerson(role: Role = 'member'): Promise<Actor> {
  count += 1;
  const id = newId();
  const name = `${role} ${count}`;
  await db.person.create({
    data: {
      id,
      name,
      nameSkeleton: name,
      role,
      ownerSlot: role === 'owner' ? 1 : null,
      email: `person-${count}@example.com`,
      createdAt: new Date(),
    },
  });
  return { id, name, role, email: `person-${count}@example.com` };
}

type ThreadWish = {
  title?: string;
  at?: Date;
  by: Actor;
  tags?: string[];
  meToo?: Actor[];
  /** The body of a reply by `by`'s opposite that was accepted at `at`. */
  accepted?: { body: string; by: Actor };
  reply?: { body: string; by: Actor };
  hiddenBy?: Actor;
};

/** A thread with its rows, written as the forum writes them. */
export async function aThread(wish: ThreadWish): Promise<{ id: string; href: string }> {
  const at = wish.at ?? new Date(Date.now() - 60_000);
  const id = newId();
  const categoryId = await generalCategory();
  const answer = wish.accepted ?? wish.reply;
  await db.thread.create({
    data: {
      id,
      slug: 'a-thread',
      title: wish.title ?? `A question ${id}`,
      body: 'The question.',
      categoryId,
      authorId: wish.by.id,
      createdAt: at,
      lastActivityAt: at,
      replyCount: answer ? 1 : 0,
      acceptedCount: wish.accepted ? 1 : 0,
      meTooCount: wish.meToo?.length ?? 0,
    },
  });
  for (const slug of wish.tags ?? []) {
    const tag = await db.tag.upsert({
      where: { slug },
      update: {},
      create: { id: newId(), slug, name: slug },
    });
    await db.threadTag.create({ data: { threadId: id, tagId: tag.id } });
  }
  for (const person of wish.meToo ?? []) {
    await db.meToo.create({ data: { threadId: id, personId: person.id, at } });
  }
  if (answer) {
    const replyId = newId();
    await db.reply.create({
      data: {
        id: replyId,
        threadId: id,
        number: 1,
        body: answer.body,
        authorId: answer.by.id,
        createdAt: at,
      },
    });
    if (wish.accepted) {
      await db.acceptedAnswer.create({
        data: { id: newId(), threadId: id, replyId, byId: wish.by.id, at },
      });
    }
  }
  if (wish.hiddenBy) await hideThread(id, wish.hiddenBy);
  return { id, href: `/t/${id}/a-thread` };
}

export async function hideThread(threadId: string, by: Actor): Promise<void> {
  await db.hiding.create({ data: { id: newId(), threadId, byId: by.id, at: new Date() } });
}

async function generalCategory(): Promise<string> {
  const row = await db.category.upsert({
    where: { slug: 'general' },
    update: {},
    create: { id: newId(), slug: 'general', name: 'General' },
  });
  return row.id;
}
