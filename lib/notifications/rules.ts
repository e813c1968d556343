import { DAY, later } from '@/lib/clock';
import { type Choices, KINDS, type Kind, type Reason } from '@/lib/notifications/schema';

/** More mails of ours in a day are noise, whatever is in them (defaults); the rest waits and comes as one. */
export const MAILS_A_DAY = 20;
/** After the first mail about a thread one a day, until they come and look (defaults). */
export const THREAD_MAIL_EVERY = DAY;
/** From here on an address gets no news: its server refuses us, and trying on harms every other mail (defaults). */
export const BOUNCED_OUT_FROM = 4;
/** A mail refused for good, a mail given up after many tries, and what each delivered one takes off again. */
export const BOUNCE = { refused: 2, gaveUp: 1, delivered: 0.1 } as const;

const STRENGTH: Record<Reason, number> = { yours: 3, mention: 2, follow: 1 };

/** People with why each is told: of several reasons for one person the strongest stays.
 * @param groups in any order */
export function strongestReasons(groups: readonly { reason: Reason; people: Iterable<string> }[]) {
  const told = new Map<string, Reason>();
  for (const { reason, people } of groups) {
    for (const person of people) {
      const before = told.get(person);
      if (!before || STRENGTH[before] < STRENGTH[reason]) told.set(person, reason);
    }
  }
  return told;
}

/** Everything is told everywhere until somebody says otherwise. */
export function choicesFrom(
  rows: readonly { kind: string; site: boolean; mail: boolean; push: boolean }[],
): Choices {
  const byKind = new Map(rows.map((row) => [row.kind, row]));
  return Object.fromEntries(
    KINDS.map((kind) => {
      const row = byKind.get(kind);
      return [kind, { site: row?.site ?? true, mail: row?.mail ?? true, push: row?.push ?? true }];
    }),
  ) as Choices;
}

/** Whether a stored kind is one of ours, and mailed by these choices. */
export function isMailed(choices: Choices, kind: string): boolean {
  return choices[kind as Kind]?.mail ?? false;
}

/** When a mail about a thread may go: null for now. */
export function threadMailDue(lastMailAt: Date | null, now: Date): Date | null {
  if (lastMailAt === null) return null;
  const due = later(lastMailAt, THREAD_MAIL_EVERY);
  return due > now ? due : null;
}

/** When the day's budget has room again: null for now.
 * @param mailedAt the moments of the mails of the last day, the oldest first */
export function budgetDue(mailedAt: readonly Date[]): Date | null {
  const oldest = mailedAt[mailedAt.length - MAILS_A_DAY];
  return oldest ? later(oldest, DAY) : null;
}

/** Whether an address still gets news. */
export function isBouncedOut(bounceScore: number): boolean {
  return bounceScore >= BOUNCED_OUT_FROM;
}
