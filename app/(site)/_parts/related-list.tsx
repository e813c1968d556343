import { BookOpen, MessagesSquare } from 'lucide-react';
import Link from 'next/link';
import type { Related } from '@/lib/search/similar-answers';
import type { Words } from '@/lib/words/catalogue';

const KIND = {
  article: { Icon: BookOpen, word: 'answer' },
  solved: { Icon: MessagesSquare, word: 'solvedInForum' },
  open: { Icon: MessagesSquare, word: 'inForum' },
} as const;

/** A few things to read next; draws nothing when there are none. */
export function RelatedList({
  id,
  heading,
  items,
  words,
}: {
  id: string;
  heading: string;
  items: Related[];
  words: Words['parts'];
}) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby={id} className="mt-10" data-no-print>
      <h2 id={id} className="text-[1.25rem]!">
        {heading}
      </h2>
      <ul className="mt-2">
        {items.map((item) => {
          const { Icon, word } =
            KIND[item.kind === 'article' ? 'article' : item.state === 'solved' ? 'solved' : 'open'];
          return (
            <li key={item.id} className="border-b border-line last:border-0">
              <Link
                href={item.url}
                prefetch={false}
                className="group flex min-h-12 items-start gap-3 py-2.5 hover:text-accent-text"
              >
                <Icon aria-hidden className="mt-1 size-4.5 shrink-0 text-muted" />
                <span className="min-w-0 wrap-anywhere">
                  <span dir="auto" className="block leading-snug font-semibold">
                    {item.title}
                  </span>
                  <span className="text-[0.88rem] text-muted">{words[word]}</span>
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
