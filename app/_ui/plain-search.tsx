import { Search } from 'lucide-react';
import { buttonClasses } from '@/app/_ui/button-classes';

type Props = { words: { label: string; placeholder: string; button: string } };

/** A search form and nothing more; for pages that must work when everything else does not. */
export function PlainSearch({ words }: Props) {
  return (
    <search className="mx-auto mt-7 block max-w-md">
      <form action="/search" method="get" className="flex gap-2">
        <input
          type="search"
          name="q"
          aria-label={words.label}
          placeholder={words.placeholder}
          className="min-h-11 min-w-0 grow rounded-lg border border-edge bg-surface px-3.5 placeholder:text-muted"
        />
        <button type="submit" aria-label={words.button} className={buttonClasses('primary')}>
          <Search aria-hidden />
        </button>
      </form>
    </search>
  );
}
