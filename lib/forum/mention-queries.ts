import { nameSkeleton } from '@/lib/accounts/names';
import type { Actor } from '@/lib/accounts/schema';
import { db, type Prisma } from '@/lib/db/client';
import { visibleThreads } from '@/lib/forum/make-thread-cards';

/** More names are not read while typing. */
const NAMES_MAX = 6;
/** What is read of what was typed; names have at most 40 characters. */
const TYPED_MAX = 40;

/** The beginning of a name, whatever its letters' case. A letter that folds together with the next one (rn, vv) is left for later. */
function beginsWith(typed: string): Prisma.PersonWhereInput {
  const whole = nameSkeleton(typed);
  const open = nameSkeleton(typed.replace(/[rv]$/i, ''));
  if (whole === '') return {};
  return { OR: [...new Set([whole, open])].map((start) => ({ nameSkeleton: { startsWith: start } })) };
}

/**
 * Names to complete an `@` with: first people who wrote in this thread, then others who wrote where everybody can read it.
 * Suspended and deleted people are not offered. Nothing typed offers the thread's people alone.
 */
export async function namesToMention(
  typed: string,
  threadId: string | null,
  actor: Actor | null,
): Promise<string[]> {
  const start = typed.slice(0, TYPED_MAX).trim();
  const active = { suspendedAt: null, deletedAt: null };
  const here: Prisma.PersonWhereInput[] = [active, beginsWith(start)];
  const select = { id: true, name: true };
  const orderBy = { name: 'asc' } as const;
  const thread = threadId === null ? null : { AND: [{ id: threadId }, visibleThreads(actor)] };
  const near = thread
    ? await db.person.findMany({
        where: {
          AND: [
            ...here,
            {
              OR: [{ threads: { some: thread } }, { replies: { some: { hiding: null, thread } } }],
            },
          ],
        },
        select,
        orderBy,
        take: NAMES_MAX + 1,
      })
    : [];
  const others = near.filter(({ id }) => id !== actor?.id).slice(0, NAMES_MAX);
  if (nameSkeleton(start) === '' || others.length === NAMES_MAX) return others.map(({ name }) => name);
  const open = { hiding: null, mergedIntoId: null };
  const known = [...near.map(({ id }) => id), ...(actor ? [actor.id] : [])];
  const far = await db.person.findMany({
    where: {
      AND: [
        ...here,
        { id: { notIn: known } },
        { OR: [{ threads: { some: open } }, { replies: { some: { hiding: null, thread: open } } }] },
      ],
    },
    select,
    orderBy,
    take: NAMES_MAX - others.length,
  });
  return [...others, ...far].map(({ name }) => name);
}
