import { isStaff } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { Waiting } from '@/lib/asking/schema';
import { db, type Prisma } from '@/lib/db/client';
import { threadHref } from '@/lib/forum/rules';
import { formatMoney } from '@/lib/money';
import { hashToken } from '@/lib/secrets';

/** More orders than this are no choice any more. */
const ORDERS_OFFERED = 20;

const orderFields = {
  id: true,
  number: true,
  paidAt: true,
  createdAt: true,
  totalMinor: true,
  currency: true,
};
const fileFields = { fileName: true, title: true, kind: true, width: true, height: true };
type OrderRow = Prisma.OrderGetPayload<{ select: typeof orderFields }>;

/** An order in a few words: "Order 1042, 12 Nov 2026, €24.00". */
function orderWords({ number, paidAt, createdAt, totalMinor, currency }: OrderRow): string {
  const day = (paidAt ?? createdAt).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  return `Order ${number}, ${day}, ${formatMoney({ amountMinor: totalMinor, currency })}`;
}

/** The newest orders of somebody's proven address, to choose from. */
export async function ownOrders(actor: Actor | null): Promise<{ number: string; words: string }[]> {
  if (!actor || actor.email === null) return [];
  const rows = await db.order.findMany({
    where: { email: actor.email },
    orderBy: { createdAt: 'desc' },
    take: ORDERS_OFFERED,
    select: orderFields,
  });
  return rows.map((row) => ({ number: row.number, words: orderWords(row) }));
}

export async function ownOrderNumbers(actor: Actor | null): Promise<string[]> {
  if (!actor || actor.email === null) return [];
  const rows = await db.order.findMany({
    where: { email: actor.email },
    select: { number: true },
    take: 200,
  });
  return rows.map(({ number }) => number);
}

/** A file for the shop alone: a picture with its measures, or a PDF. */
export type DetailsFile = {
  fileName: string;
  title: string;
  kind: 'image' | 'pdf';
  width: number | null;
  height: number | null;
};

export type DetailsView = {
  orderNumber: string;
  /** The order that was recognised, in words. */
  order: string | null;
  orderId: string | null;
  address: string;
  note: string;
  files: DetailsFile[];
  at: Date;
};

/** What only the asker and the staff see of a question.
 * @returns `details` null where nothing was given; null for everybody else */
export async function privateDetails(
  threadId: string,
  actor: Actor | null,
): Promise<{ details: DetailsView | null; canChange: boolean } | null> {
  if (!actor) return null;
  const thread = await db.thread.findUnique({
    where: { id: threadId },
    select: {
      authorId: true,
      details: {
        include: {
          order: { select: orderFields },
          uploads: { select: { upload: { select: fileFields } }, orderBy: [{ at: 'asc' }, { id: 'asc' }] },
        },
      },
    },
  });
  if (!thread || (thread.authorId !== actor.id && !isStaff(actor))) return null;
  const row = thread.details;
  const details = row && {
    orderNumber: row.orderNumber,
    order: row.order && orderWords(row.order),
    orderId: row.orderId,
    address: row.address,
    note: row.note,
    files: row.uploads.map(({ upload }) => upload),
    at: row.at,
  };
  return { details, canChange: thread.authorId === actor.id };
}

/** The question that waits for a mailed link, for who opens the link; null where none does. */
export async function waitingQuestion(token: string): Promise<{ title: string; body: string } | null> {
  const row = await db.waitingQuestion.findFirst({
    where: { link: { tokenHash: hashToken(token) } },
    select: { fields: true },
  });
  return row && Waiting.parse(JSON.parse(row.fields));
}

/** Whether the last mail that this browser asked for belongs to a question, and where that question stands by now. */
export async function askedInBrowser(browserToken: string | null): Promise<{ href: string | null } | null> {
  if (browserToken === null) return null;
  const link = await db.signInLink.findFirst({
    where: { browserHash: hashToken(browserToken) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { question: { select: { threadId: true } } },
  });
  return link?.question ? { href: await threadAddress(link.question.threadId) } : null;
}

/** Where the question of a used link stands; null where there is none. */
export async function askedByLink(token: string): Promise<string | null> {
  const row = await db.waitingQuestion.findFirst({
    where: { link: { tokenHash: hashToken(token) } },
    select: { threadId: true },
  });
  return threadAddress(row?.threadId ?? null);
}

/** The address of a thread that may not be there. */
export async function threadAddress(threadId: string | null): Promise<string | null> {
  if (threadId === null) return null;
  const thread = await db.thread.findUnique({ where: { id: threadId }, select: { id: true, slug: true } });
  return thread && threadHref(thread);
}
