import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { DeskFrame, type DeskRoom } from '@/app/_ui/desk-frame';
import { isOwner, isStaff } from '@/lib/accounts/policy';
import { currentActor } from '@/lib/accounts/session';
import { deskCounts } from '@/lib/insights/morning-queries';
import { unreadCount } from '@/lib/notifications/queries';
import { shopSettings } from '@/lib/settings/queries';

export const metadata: Metadata = { robots: { index: false, follow: false } };

/** Rooms that helpers have, too; the others answer "not found" to them. */
const HELPER_ROOMS: DeskRoom[] = [
  '/desk',
  '/desk/faq',
  '/desk/searches',
  '/desk/digests',
  '/desk/moderation',
  '/desk/refunds',
  '/desk/people',
];

/** The frame of the desk. It guards nothing: every page asks for itself who is there. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  // Whoever has no desk gets the page's own answer without a frame that would tell of one.
  if (!actor || !isStaff(actor)) return children;
  const [{ shopName }, counts, unread] = await Promise.all([
    shopSettings(),
    deskCounts(actor),
    unreadCount(actor),
  ]);
  return (
    <DeskFrame
      shopName={shopName}
      unreadCount={unread}
      viewer={{ name: actor.name, isStaff: true }}
      rooms={isOwner(actor) ? undefined : HELPER_ROOMS}
      waiting={{
        '/desk/moderation': counts.flags,
        '/desk/refunds': counts.refunds,
        '/desk/jobs': counts.parkedJobs,
        '/desk/mail': counts.parkedMails,
      }}
    >
      {children}
    </DeskFrame>
  );
}
