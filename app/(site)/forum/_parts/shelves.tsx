import Link from 'next/link';
import { forumShelves } from '@/lib/forum/list-queries';
import type { Words } from '@/lib/words/catalogue';

const CHIP =
  'inline-flex min-h-11 items-center rounded-full border border-line bg-surface px-4 font-semibold hover:border-accent-line hover:text-accent-text aria-[current]:border-accent-line aria-[current]:bg-accent-soft';

/** The categories that have threads; empty ones are not offered. On a phone they scroll sideways. */
export async function Shelves({ current, words }: { current?: string; words: Words['forum'] }) {
  const categories = await forumShelves();
  if (categories.length < 2 && !current) return null;
  return (
    <nav aria-label={words.categories} className="-mx-1 mb-4 overflow-x-auto p-1 sm:overflow-visible">
      <ul className="flex w-max gap-2 sm:w-auto sm:flex-wrap">
        <li>
          <Link href="/forum" className={CHIP}>
            {words.everything}
          </Link>
        </li>
        {categories.map(({ slug, name }) => (
          <li key={slug}>
            <Link
              href={`/forum/${encodeURIComponent(slug)}`}
              aria-current={slug === current ? 'page' : undefined}
              className={CHIP}
            >
              <bdi>{name}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
