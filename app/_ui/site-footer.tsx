import Link from 'next/link';
import type { ReactNode } from 'react';
import { LanternMark } from '@/app/_ui/lantern-mark';
import type { Words } from '@/lib/words/catalogue';

type Props = {
  shopName: string;
  places: readonly { href: string; label: string }[];
  words: Words['frame'];
  /** Further entries, as `<li>`. */
  children?: ReactNode;
};

const LINK = 'inline-flex min-h-11 items-center text-muted underline-offset-4 hover:text-ink hover:underline';

/** One entry of the foot. */
export function FooterLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link prefetch={false} href={href} className={LINK}>
      {children}
    </Link>
  );
}

/** The foot of every public page: whose site this is, and every door once more. */
export function SiteFooter({ shopName, places, words, children }: Props) {
  return (
    <footer className="site-footer mt-16 border-t border-line bg-sunken">
      <div className="mx-auto flex w-full max-w-[76rem] flex-wrap items-center justify-between gap-x-10 gap-y-4 px-5 py-8">
        <p className="flex items-center gap-2.5 text-muted">
          <LanternMark className="size-8 shrink-0" />
          <span>
            <bdi className="font-semibold text-ink">{shopName}</bdi>
            <span className="block text-[0.9rem]">{words.motto}</span>
          </span>
        </p>
        <nav aria-label={words.footer}>
          <ul className="flex flex-wrap gap-x-5">
            {places.map((place) => (
              <li key={place.href}>
                <FooterLink href={place.href}>{place.label}</FooterLink>
              </li>
            ))}
            <li>
              <a href="/feed.xml" className={LINK}>
                {words.feed}
              </a>
            </li>
            {children}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
