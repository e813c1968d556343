import { cookies } from 'next/headers';
import { config } from '@/lib/config';
import { WithdrawalForm } from '@/lib/refunds/withdrawal/schema';

const COOKIE = 'porchlight-withdrawal';
/** Between the two steps: time to look a number up. */
const MINUTES = 30;

/** Keeps what was typed for the second step: not in the address, where it would be logged. Only from an action. */
export async function keepWithdrawal(input: WithdrawalForm): Promise<void> {
  (await cookies()).set(COOKIE, Buffer.from(JSON.stringify(input)).toString('base64url'), {
    httpOnly: true,
    sameSite: 'strict',
    secure: config().siteUrl.startsWith('https:'),
    path: '/withdraw',
    maxAge: MINUTES * 60,
  });
}

/** What was typed in this browser in the last minutes, checked again, or null. */
export async function keptWithdrawal(): Promise<WithdrawalForm | null> {
  const value = (await cookies()).get(COOKIE)?.value ?? '';
  try {
    const typed: unknown = JSON.parse(Buffer.from(value, 'base64url').toString('utf8'));
    return WithdrawalForm.safeParse(typed).data ?? null;
  } catch {
    return null;
  }
}

/** Only from an action. */
export async function forgetWithdrawal(): Promise<void> {
  (await cookies()).delete({ name: COOKIE, path: '/withdraw' });
}
