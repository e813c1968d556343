import type { ReactNode } from 'react';
import { FooterLink } from '@/app/_ui/site-footer';
import { SiteFrame } from '@/app/_ui/site-frame';
import { isStaff } from '@/lib/accounts/policy';
import { currentActor } from '@/lib/accounts/session';
import { unreadCount } from '@/lib/notifications/queries';
import { shopSettings } from '@/lib/settings/queries';
import { pageWords } from '@/lib/web/language';
import { OPEN_SEARCH_PATH, OPEN_SEARCH_TYPE } from '@/lib/web/open-search';
import { LANGUAGE_NAMES } from '@/lib/words/languages';
import { say } from '@/lib/words/say';

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const [{ shopName, offersWithdrawal }, actor, { words, language }] = await Promise.all([
    shopSettings(),
    currentActor(),
    pageWords(),
  ]);
  const unread = await unreadCount(actor);
  return (
    <SiteFrame
      shopName={shopName}
      viewer={actor && { name: actor.name, isStaff: isStaff(actor) }}
      unreadCount={unread}
      words={words.frame}
      footer={
        <>
          {offersWithdrawal === 'yes' ? (
            <li>
              <FooterLink href="/withdraw">{words.withdrawal.function}</FooterLink>
            </li>
          ) : null}
          <li>
            <FooterLink href="/language">
              {say(words.frame.language, { name: LANGUAGE_NAMES[language] })}
            </FooterLink>
          </li>
        </>
      }
    >
      {/* React puts it into the head: browsers offer to search the site from their address bar. */}
      <link rel="search" type={OPEN_SEARCH_TYPE} href={OPEN_SEARCH_PATH} title={`${shopName} help`} />
      {children}
    </SiteFrame>
  );
}
