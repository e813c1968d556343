import type { Prisma } from '@/lib/db/client';

/** Mails that a refund has once. */
const ONCE = ['queued', 'approved', 'disputed', 'succeeded', 'failed', 'taken-back', 'called-off'] as const;
/** Mails about a step that a refund may take again. */
const PER_STEP = ['paid-by-hand', 'tick-undone'] as const;

export type RefundMail = (typeof ONCE)[number];
export type RefundStepMail = (typeof PER_STEP)[number];

/** What makes a mail about a refund one mail. Every such key is made here, so that `mailsOfRefund` finds it. */
export function refundMailKey(template: RefundMail, refundId: string): string {
  return `refund-${template}:${refundId}`;
}

/** @param position how many steps the refund had taken with this one */
export function refundStepMailKey(template: RefundStepMail, position: number, refundId: string): string {
  return `refund-${template}:${position}:${refundId}`;
}

/** The keys of the mails about the steps that a refund has taken until now.
 * @param steps how many these are */
export function stepMailKeys(templates: readonly RefundStepMail[], refundId: string, steps: number) {
  return Array.from({ length: steps }, (_, index) =>
    templates.map((template) => refundStepMailKey(template, index + 1, refundId)),
  ).flat();
}

/** The mails about one refund, by their whole keys: the end of a key could only be looked for in every mail.
 * @param refund with the steps that it has taken */
export function mailsOfRefund({ id, events }: { id: string; events: readonly unknown[] }) {
  const once = ONCE.map((template) => refundMailKey(template, id));
  const keys = [...once, ...stepMailKeys(PER_STEP, id, events.length)];
  return { dedupeKey: { in: keys } } satisfies Prisma.MailWhereInput;
}
