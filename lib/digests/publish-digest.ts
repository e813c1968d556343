import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { transaction } from '@/lib/db/transaction';
import { draftState } from '@/lib/digests/desk-queries';
import { draftDigest } from '@/lib/digests/draft-digest';
import { canPublish } from '@/lib/digests/policy';
import { readableBody } from '@/lib/digests/queries';
import { momentOfSave } from '@/lib/digests/rules';
import type { DigestChange, PublishReason } from '@/lib/digests/schema';
import type { Outcome } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { enqueue } from '@/lib/jobs/queue';

type Published = Outcome<{ date: string; already: boolean }, PublishReason>;

/** Puts a day's digest into the one slot and the archive. There is exactly one publication of a digest: publishing what
 * is published changes nothing and answers `already`. Without a draft one is made first.
 * @param change words to publish instead of the draft's; `basedOn` as in editDigest */
export async function publishDigest(date: string, change: DigestChange, actor: Actor): Promise<Published> {
  if (!canPublish(actor)) return { ok: false, reason: 'not-allowed' };
  const ready = await prepare(date, change, actor);
  if (!ready.ok) return ready;
  return transaction(async (tx) => {
    // The write that changes nothing takes the row: of two that publish, the second sees the first's publication.
    await tx.digest.updateMany({ where: { date }, data: { date } });
    const row = await tx.digest.findUniqueOrThrow({ where: { date }, include: { publication: true } });
    if (row.publication) return { ok: true, date, already: true } as const;
    if (change.basedOn !== undefined && change.basedOn !== row.updatedAt.toISOString()) {
      return { ok: false, reason: 'changed-meanwhile' } as const;
    }
    const { title = row.title, body = row.body } = change;
    if (title !== row.title || body !== row.body) {
      const updatedAt = momentOfSave(now(), row.updatedAt);
      await tx.digest.update({ where: { date }, data: { title, body, updatedAt } });
    }
    const publication = { id: newId(), digestId: row.id, byId: actor.id, at: now() };
    await tx.digestPublication.create({ data: publication });
    await enqueue(tx, 'digest.published', { digestId: row.id }, { dedupeKey: `digest-published:${row.id}` });
    return { ok: true, date, already: false } as const;
  });
}

/** Sees to it that there is a draft, and that nothing hidden since is published with it: an untouched draft is made
 * anew, what a person wrote is theirs to change. */
async function prepare(
  date: string,
  change: DigestChange,
  actor: Actor,
): Promise<{ ok: true } | { ok: false; reason: PublishReason }> {
  const before = await draftState(date);
  if (before?.isPublished) return { ok: true };
  const body = change.body ?? before?.body;
  if (body !== undefined && (await readableBody(body)) === body) {
    return before ? { ok: true } : draftDigest({ date }, actor);
  }
  if (change.body !== undefined || before?.isEdited) return { ok: false, reason: 'mentions-hidden' };
  return draftDigest({ date, refresh: true }, actor);
}
