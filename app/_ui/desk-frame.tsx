import {
  BookOpen,
  Cog,
  Hammer,
  House,
  Mail,
  Menu,
  Newspaper,
  ReceiptText,
  Search,
  ShieldCheck,
  Sunrise,
  Users,
} from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { AccountArea, type FrameViewer } from '@/app/_ui/account-area';
import { LanternMark } from '@/app/_ui/lantern-mark';
import { MenuDetails } from '@/app/_ui/menu-details';
import { NavLink } from '@/app/_ui/nav-link';
import { SkipLink } from '@/app/_ui/skip-link';
import { wordsOf } from '@/lib/words/catalogue';

/** The desk speaks English only. */
const FRAME = wordsOf('en').frame;

const ROOMS = [
  { href: '/desk', label: 'Morning', Icon: Sunrise, exact: true },
  { href: '/desk/faq', label: 'Articles', Icon: BookOpen },
  { href: '/desk/searches', label: 'Searches', Icon: Search },
  { href: '/desk/digests', label: 'Digests', Icon: Newspaper },
  { href: '/desk/moderation', label: 'Moderation', Icon: ShieldCheck },
  { href: '/desk/refunds', label: 'Refunds', Icon: ReceiptText },
  { href: '/desk/people', label: 'People', Icon: Users },
  { href: '/desk/mail', label: 'Mail', Icon: Mail },
  { href: '/desk/jobs', label: 'Jobs', Icon: Hammer },
  { href: '/desk/settings', label: 'Settings', Icon: Cog },
] as const;

export type DeskRoom = (typeof ROOMS)[number]['href'];

const LINK =
  'flex min-h-11 items-center gap-3 rounded-lg px-3 font-semibold text-muted hover:bg-sunken hover:text-ink aria-[current]:bg-accent-soft aria-[current]:text-accent-text [&_svg]:size-5 [&_svg]:shrink-0';

type Props = {
  shopName: string;
  viewer: FrameViewer;
  children: ReactNode;
  /** How many things wait in a room; none is not shown. */
  waiting?: Partial<Record<DeskRoom, number>>;
  /** The rooms this person may enter; all of them when left out. Hiding a link guards nothing. */
  rooms?: readonly DeskRoom[];
  unreadCount?: number;
};

function Rooms({ waiting = {}, rooms }: Pick<Props, 'waiting' | 'rooms'>) {
  return (
    <ul className="grid gap-0.5">
      {ROOMS.filter((room) => !rooms || rooms.includes(room.href)).map(({ href, label, Icon, ...room }) => (
        <li key={href}>
          <NavLink href={href} exact={'exact' in room} className={LINK}>
            <Icon aria-hidden />
            {label}
            {waiting[href] ? (
              <span className="ms-auto rounded-full bg-accent px-2 text-[0.8rem] leading-6 font-bold text-on-accent tabular-nums">
                {waiting[href]}
                <span className="sr-only"> waiting</span>
              </span>
            ) : null}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}

/** Everything around a page of the owner's area: rooms at the side (in a menu on a phone) and `<main id="content">`. */
export function DeskFrame({ shopName, viewer, children, waiting, rooms, unreadCount = 0 }: Props) {
  return (
    <div lang="en" className="min-h-dvh">
      <SkipLink label={FRAME.skip} />
      <header className="site-header sticky top-0 z-30 border-b border-line bg-page">
        <div className="mx-auto flex min-h-16 w-full max-w-[84rem] items-center gap-2 px-3 sm:px-5">
          <MenuDetails
            className="lg:hidden"
            summaryClassName="inline-flex size-11 list-none items-center justify-center rounded-lg hover:bg-sunken"
            summary={
              <>
                <Menu aria-hidden className="size-6" />
                <span className="sr-only">Rooms of the desk</span>
              </>
            }
          >
            <nav
              aria-label="Desk menu"
              className="absolute inset-x-0 top-full max-h-[calc(100dvh-4rem)] overflow-y-auto border-b border-line bg-surface p-3 shadow-lifted"
            >
              <Rooms waiting={waiting} rooms={rooms} />
            </nav>
          </MenuDetails>
          <Link
            prefetch={false}
            href="/desk"
            className="inline-flex min-h-11 min-w-0 items-center gap-2.5 leading-tight"
          >
            <LanternMark className="size-9 shrink-0 max-sm:hidden" />
            <span className="min-w-0">
              <bdi className="line-clamp-1 font-serif text-[1.12rem] font-semibold">{shopName}</bdi>
              <span className="block text-[0.82rem] text-muted">Desk</span>
            </span>
          </Link>
          <Link
            prefetch={false}
            href="/"
            className="ms-auto inline-flex min-h-11 shrink-0 items-center gap-2 rounded-lg px-3 font-semibold text-accent-text hover:bg-accent-soft"
          >
            <House aria-hidden className="size-5" />
            <span className="max-sm:sr-only">See the site</span>
          </Link>
          <AccountArea viewer={{ ...viewer, isStaff: false }} unreadCount={unreadCount} words={FRAME} />
        </div>
      </header>
      <div className="mx-auto flex w-full max-w-[84rem]">
        <nav
          aria-label="Desk"
          className="sticky top-16 hidden h-[calc(100dvh-4.1rem)] w-60 shrink-0 overflow-y-auto p-4 lg:block"
        >
          <Rooms waiting={waiting} rooms={rooms} />
        </nav>
        <main
          id="content"
          tabIndex={-1}
          className="min-h-[calc(100dvh-4.1rem)] min-w-0 grow border-line px-5 py-8 outline-none lg:border-s lg:px-10"
        >
          {children}
        </main>
      </div>
    </div>
  );
}
