import Link from 'next/link';
import { LanternMark } from '@/app/_ui/lantern-mark';

type Props = { shopName: string; places: readonly { href: string; label: string }[] };

/** The foot of every public page: whose site this is, and every door once more. */
export function SiteFooter({ shopName, places }: Props) {
  return (
    <footer className="site-footer mt-16 border-t border-line bg-sunken">
      <div className="mx-auto flex w-full max-w-[76rem] flex-wrap items-center justify-between gap-x-10 gap-y-4 px-5 py-8">
        <p className="flex items-center gap-2.5 text-muted">
          <LanternMark className="size-8 shrink-0" />
          <span>
            <bdi className="font-semibold text-ink">{shopName}</bdi>
            <span className="block text-[0.9rem]">The light is always on.</span>
          </span>
        </p>
        <nav aria-label="Footer">
          <ul className="flex flex-wrap gap-x-5">
            {places.map((place) => (
              <li key={place.href}>
                <Link
                  prefetch={false}
                  href={place.href}
                  className="inline-flex min-h-11 items-center text-muted underline-offset-4 hover:text-ink hover:underline"
                >
                  {place.label}
                </Link>
              </li>
            ))}
            <li>
              <a
                href="/feed.xml"
                className="inline-flex min-h-11 items-center text-muted underline-offset-4 hover:text-ink hover:underline"
              >
                Feed
              </a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
