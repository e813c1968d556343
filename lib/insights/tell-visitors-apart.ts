import { createHmac } from 'node:crypto';
import { calendarDay, now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { processWide } from '@/lib/db/process-wide';
import { transaction } from '@/lib/db/transaction';
import type { VisitorTraits } from '@/lib/insights/schema';
import { newToken, sign } from '@/lib/secrets';
import { shopSettings } from '@/lib/settings/queries';

/** As many characters as tell a day's visitors of any shop apart (132 bits). */
const VISITOR_LENGTH = 22;

type Held = { current: { day: string; key: string } | null };
const held = processWide<Held>('visitor-key', () => ({ current: null }));

/** The shop's calendar day. */
export async function shopDay(at: Date = now()): Promise<string> {
  return calendarDay(at, (await shopSettings()).timeZone);
}

/** A name for a visitor that is good for one day: HMAC of address and browser under the day's key. Once the key is
 * thrown away nobody can say whose it was, and the next day's name of the same visitor is another. The file of secrets
 * goes in, too, so that a copy of the database taken during the day is not enough to try addresses. */
export async function visitorOfDay(day: string, { address, agent }: VisitorTraits): Promise<string> {
  const traits = sign('visitors', day, address, agent);
  return createHmac('sha256', await keyOf(day))
    .update(traits)
    .digest('base64url')
    .slice(0, VISITOR_LENGTH);
}

/** The key of the day, the same in every process: whoever comes first writes it, the others read it. */
async function keyOf(day: string): Promise<string> {
  if (held.current?.day === day) return held.current.key;
  const { key } = await transaction((tx) =>
    tx.visitorKey.upsert({ where: { day }, create: { day, key: newToken() }, update: {} }),
  );
  held.current = { day, key };
  return key;
}

/** Makes the visitors of past days forgotten: their keys are thrown away, and so are their names, after which not even
 * two searches of one visitor can be put side by side. */
export async function forgetVisitors(at: Date = now()): Promise<void> {
  const today = await shopDay(at);
  if (held.current && held.current.day < today) held.current = null;
  await db.visitorKey.deleteMany({ where: { day: { lt: today } } });
  await db.search.updateMany({
    where: { day: { lt: today }, visitor: { not: null } },
    data: { visitor: null },
  });
}
