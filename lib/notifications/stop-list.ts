import { now } from '@/lib/clock';
import { type Tx, transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { setStopped } from '@/lib/following/set-stopped';
import { KINDS } from '@/lib/notifications/schema';
import { type StopList, stopOfToken } from '@/lib/notifications/sign-stop-link';
import { whereItStands } from '@/lib/notifications/where-it-stands';

/** Stops what the link of a mail stops, or takes that back. The token is all the proof there is and all that is needed;
 * pressing twice does it once. */
export async function stopList(
  token: string,
  undo: boolean,
): Promise<Outcome<{ stopped: boolean }, 'link-wrong' | 'gone'>> {
  const stop = stopOfToken(token);
  if (!stop) return { ok: false, reason: 'link-wrong' };
  const { personId } = stop;
  return transaction(async (tx) => {
    // Writing first: it also finds out whether there still is such a person.
    const { count } = await tx.person.updateMany({
      where: { id: personId, deletedAt: null },
      data: { sessionVersion: { increment: 0 } },
    });
    const list = await listNow(tx, stop.list);
    if (count === 0 || !(await isThere(tx, list))) return { ok: false, reason: 'gone' };
    if (list.kind === 'all') await switchMails(tx, personId, undo);
    else await setStopped(tx, personId, list, undo ? null : now());
    return { ok: true, stopped: !undo };
  });
}

/** A merged thread is stopped where it went. */
async function listNow(tx: Tx, list: StopList): Promise<StopList> {
  return list.kind === 'thread' ? { kind: 'thread', id: await whereItStands(tx, list.id) } : list;
}

async function isThere(tx: Tx, { kind, id }: StopList): Promise<boolean> {
  if (kind === 'thread') return (await tx.thread.count({ where: { id } })) > 0;
  if (kind === 'category') return (await tx.category.count({ where: { id } })) > 0;
  return kind === 'tag' ? (await tx.tag.count({ where: { id } })) > 0 : true;
}

async function switchMails(tx: Tx, personId: string, mail: boolean): Promise<void> {
  for (const kind of KINDS) {
    await tx.notificationChoice.upsert({
      where: { personId_kind: { personId, kind } },
      create: { personId, kind, site: true, mail, push: true },
      update: { mail },
    });
  }
}
