import type { ReactNode } from 'react';
import { SiteFrame } from '@/app/_ui/site-frame';
import { isStaff } from '@/lib/accounts/policy';
import { currentActor } from '@/lib/accounts/session';
import { shopSettings } from '@/lib/settings/queries';

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const [{ shopName }, actor] = await Promise.all([shopSettings(), currentActor()]);
  return (
    <SiteFrame shopName={shopName} viewer={actor && { name: actor.name, isStaff: isStaff(actor) }}>
      {children}
    </SiteFrame>
  );
}
