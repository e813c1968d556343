import { headers } from 'next/headers';
import { sign } from '@/lib/secrets';
import { addressKey } from '@/lib/web/rate-limit';

/** The address the request came from, as the server process determined it (TRUST_PROXY); never a client's header. */
export async function requestAddress(): Promise<string> {
  return (await headers()).get('x-porchlight-address') ?? 'unknown';
}

/** A key for limits where nobody is signed in. */
export async function visitorLimitKey(): Promise<string> {
  return addressKey(await requestAddress());
}

/** A key that tells one visitor's answers apart without keeping an address: keyed hash of address and browser. */
export async function visitorKey(): Promise<string> {
  const agent = (await headers()).get('user-agent') ?? '';
  return sign('visitors', await visitorLimitKey(), agent).slice(0, 22);
}

/** What tells a visitor of one day from another, for a hash that is good for that day only (lib/insights). */
export async function visitorTraits(): Promise<{ address: string; agent: string }> {
  return { address: await visitorLimitKey(), agent: (await headers()).get('user-agent') ?? '' };
}
