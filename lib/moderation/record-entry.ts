import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db/transaction';
import { newId } from '@/lib/ids';

export type ModerationAction =
  | 'hide'
  | 'restore'
  | 'lock'
  | 'unlock'
  | 'dismiss-flag'
  | 'merge'
  | 'split'
  | 'role'
  | 'suspend'
  | 'reinstate';

/** What the log keeps of one act. `reason` is shown to the shop's people; '' when none was given. */
export type ModerationRecord = {
  action: ModerationAction;
  subjectKind: 'thread' | 'reply' | 'person';
  subjectId: string;
  byId: string;
  reason?: string;
  at?: Date;
};

/** Longest reason kept: two or three sentences. */
export const MODERATION_REASON_MAX = 500;

/** Writes who did what and why into the append-only log, in the transaction of the act itself. */
export async function recordModeration(tx: Tx, record: ModerationRecord): Promise<void> {
  await tx.moderationEntry.create({
    data: {
      id: newId(),
      action: record.action,
      subjectKind: record.subjectKind,
      subjectId: record.subjectId,
      byId: record.byId,
      reason: (record.reason ?? '').slice(0, MODERATION_REASON_MAX),
      at: record.at ?? now(),
    },
  });
}
