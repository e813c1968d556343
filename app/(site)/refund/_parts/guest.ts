import { cookies } from 'next/headers';
import { z } from 'zod';
import { currentActor } from '@/lib/accounts/session';
import { now } from '@/lib/clock';
import { config } from '@/lib/config';
import { CODE_MINUTES, OrderLinkForm, OrderLookup, PASS_MINUTES } from '@/lib/refunds/orders/schema';
import { orderOfGuestPass } from '@/lib/refunds/orders/sign-guest-pass';
import type { Viewer } from '@/lib/refunds/policy';

const LOOKUP = 'porchlight-order-lookup';
const PASS = 'porchlight-order-pass';

const Lookup = z.union([OrderLookup, OrderLinkForm]);
type Lookup = z.infer<typeof Lookup>;

/** Who looks at refunds in this browser: the signed-in person, and the order a code was entered for. */
export async function refundViewer(): Promise<Viewer> {
  const pass = (await cookies()).get(PASS)?.value ?? null;
  const [actor, guestOrderId] = await Promise.all([currentActor(), orderOfGuestPass(pass, now())]);
  return { actor, guestOrderId };
}

/** Keeps what was typed, or the link of an order mail, until the code is entered: not in the address, where it would be
 * logged. Only from an action. */
export async function keepLookup(lookup: Lookup): Promise<void> {
  const value = Buffer.from(JSON.stringify(lookup)).toString('base64url');
  await keep(LOOKUP, value, CODE_MINUTES);
}

/** By what an order was asked for in this browser in the last minutes, checked again, or null. */
export async function keptLookup(): Promise<Lookup | null> {
  const value = (await cookies()).get(LOOKUP)?.value ?? '';
  try {
    return Lookup.safeParse(JSON.parse(Buffer.from(value, 'base64url').toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
}

/** Lets this browser act on the order of the code. Only from an action. */
export async function keepPass(pass: string): Promise<void> {
  await keep(PASS, pass, PASS_MINUTES);
  (await cookies()).delete({ name: LOOKUP, path: '/refund' });
}

async function keep(name: string, value: string, minutes: number): Promise<void> {
  (await cookies()).set(name, value, {
    httpOnly: true,
    sameSite: 'strict',
    secure: config().siteUrl.startsWith('https:'),
    path: '/refund',
    maxAge: minutes * 60,
  });
}
