import Link from 'next/link';
import { type SearchAddress, searchHref } from '@/app/(site)/search/search-address';

/** What was searched for instead of what was typed, with the way to exactly what was typed. */
export function Correction({ at, meant }: { at: SearchAddress; meant: string }) {
  return (
    <p className="mb-5 wrap-anywhere">
      Showing results for{' '}
      <strong>
        <bdi>{meant}</bdi>
      </strong>
      .{' '}
      <Link prefetch={false} href={searchHref(at, { exact: true })} className="text-link">
        Search instead for “<bdi>{at.query}</bdi>”
      </Link>
    </p>
  );
}
