import type { ReactNode } from 'react';
import { SiteFrame } from '@/app/_ui/site-frame';
import { isStaff } from '@/lib/accounts/policy';
import { currentActor } from '@/lib/accounts/session';
import { unreadCount } from '@/lib/notifications/queries';
import { shopSettings } from '@/lib/settings/queries';
import { OPEN_SEARCH_PATH, OPEN_SEARCH_TYPE } from '@/lib/web/open-search';

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const [{ shopName }, actor] = await Promise.all([shopSettings(), currentActor()]);
  const unread = await unreadCount(actor);
  return (
    <SiteFrame
      shopName={shopName}
      viewer={actor && { name: actor.name, isStaff: isStaff(actor) }}
      unreadCount={unread}
    >
      {/* React puts it into the head: browsers offer to search the site from their address bar. */}
      <link rel="search" type={OPEN_SEARCH_TYPE} href={OPEN_SEARCH_PATH} title={`${shopName} help`} />
      {children}
    </SiteFrame>
  );
}
