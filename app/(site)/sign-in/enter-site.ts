import { startSession } from '@/lib/accounts/session';

/** Signs this browser in when the command found the person, and says where to go. */
export async function enterSite(result: {
  personId: string | null;
  redirectTo: string;
}): Promise<{ redirect: string }> {
  if (result.personId !== null) await startSession(result.personId);
  return { redirect: result.redirectTo };
}
