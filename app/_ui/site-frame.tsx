import { Menu, Search } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { AccountArea, type FrameViewer } from '@/app/_ui/account-area';
import { classNames } from '@/app/_ui/class-names';
import { HeaderSearch } from '@/app/_ui/header-search';
import { LanternMark } from '@/app/_ui/lantern-mark';
import { MenuDetails } from '@/app/_ui/menu-details';
import { NavLink } from '@/app/_ui/nav-link';
import { SiteFooter } from '@/app/_ui/site-footer';
import { SkipLink } from '@/app/_ui/skip-link';
import type { Words } from '@/lib/words/catalogue';

function placesOf(words: Words['frame']) {
  return [
    { href: '/faq', label: words.help },
    { href: '/forum', label: words.forum, also: ['/t', '/u'] },
    { href: '/digests', label: words.digest },
    { href: '/refund', label: words.refund },
    { href: '/contact', label: words.contact },
  ];
}

const WIDE_LINK =
  'inline-flex min-h-11 items-center border-b-3 border-transparent px-2.5 pt-[3px] font-semibold text-muted hover:text-ink aria-[current]:border-accent-text aria-[current]:text-ink';
const MENU_LINK =
  'flex min-h-12 items-center rounded-lg px-4 font-semibold hover:bg-sunken aria-[current]:bg-accent-soft aria-[current]:text-accent-text';

type Props = {
  shopName: string;
  viewer: FrameViewer | null;
  children: ReactNode;
  /** Unread notifications of the viewer; nothing is shown for none. */
  unreadCount?: number;
  words: Words['frame'];
  /** What stands beside the places at the foot of the page, as `<li>`. */
  footer?: ReactNode;
};

/** Everything around a public page: header with search and account, one `<main id="content">`, footer. */
export function SiteFrame({ shopName, viewer, children, unreadCount = 0, words, footer }: Props) {
  const places = placesOf(words);
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink label={words.skip} />
      <header className="site-header sticky top-0 z-30 border-b border-line bg-page">
        <div className="mx-auto flex min-h-16 w-full max-w-[76rem] items-center gap-x-2 px-3 sm:px-5">
          <Link
            prefetch={false}
            href="/"
            className="me-auto inline-flex min-h-11 min-w-0 items-center gap-2 font-serif text-[1.06rem] sm:text-[1.18rem] leading-tight font-semibold lg:me-4"
          >
            {/* On a phone there is room for one of them, and beside the way to the desk only for the lantern. */}
            <LanternMark
              className={classNames('size-9 shrink-0', !viewer?.isStaff && 'max-[359px]:hidden')}
            />
            <bdi className={classNames('line-clamp-2', viewer?.isStaff && 'max-[27rem]:sr-only')}>
              {shopName}
            </bdi>
          </Link>
          <nav aria-label={words.main} className="hidden lg:block">
            <ul className="flex">
              {places.map((place) => (
                <li key={place.href}>
                  <NavLink {...place} className={WIDE_LINK}>
                    {place.label}
                  </NavLink>
                </li>
              ))}
            </ul>
          </nav>
          <div className="ms-auto hidden w-full max-w-60 xl:block">
            <HeaderSearch words={words.searchBox} />
          </div>
          <Link
            prefetch={false}
            href="/search"
            aria-label={words.search}
            className="inline-flex size-11 shrink-0 items-center justify-center rounded-lg text-muted hover:bg-sunken hover:text-ink lg:ms-auto xl:hidden"
          >
            <Search aria-hidden className="size-5.5" />
          </Link>
          <AccountArea viewer={viewer} unreadCount={unreadCount} words={words} />
          <MenuDetails
            className="lg:hidden"
            summaryClassName="inline-flex size-11 list-none items-center justify-center rounded-lg text-ink hover:bg-sunken"
            summary={
              <>
                <Menu aria-hidden className="size-6" />
                <span className="sr-only">{words.menu}</span>
              </>
            }
          >
            <nav
              aria-label={words.menu}
              className="absolute inset-x-0 top-full border-b border-line bg-surface p-3 shadow-lifted"
            >
              <ul>
                {places.map((place) => (
                  <li key={place.href}>
                    <NavLink {...place} className={MENU_LINK}>
                      {place.label}
                    </NavLink>
                  </li>
                ))}
              </ul>
            </nav>
          </MenuDetails>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="grow outline-none">
        {children}
      </main>
      <SiteFooter shopName={shopName} places={places} words={words}>
        {footer}
      </SiteFooter>
    </div>
  );
}
