import { startSession } from '@/lib/accounts/session';
import { claimDrafts } from '@/lib/drafts/claim-drafts';
import { personHolder } from '@/lib/drafts/rules';
import { claimUploads } from '@/lib/uploads/claim-uploads';
import { browserHolder } from '@/lib/web/browser-holder';

/** Signs this browser in when the command found the person, and says where to go. What was being written and
 * given in the browser is the person's from then on. */
export async function enterSite(result: {
  personId: string | null;
  redirectTo: string;
}): Promise<{ redirect: string }> {
  if (result.personId === null) return { redirect: result.redirectTo };
  await startSession(result.personId);
  const browser = await browserHolder();
  if (browser !== null) {
    await claimDrafts(browser, personHolder(result.personId));
    await claimUploads(browser, result.personId);
  }
  return { redirect: result.redirectTo };
}
