import { Search } from 'lucide-react';
import { Button } from '@/app/_ui/button';

const ENGLISH = {
  label: 'Search answers and threads',
  placeholder: 'Search for an answer',
  button: 'Search',
};

/** A search form and nothing more; for pages that must work when everything else does not. */
export function PlainSearch({ words = ENGLISH }: { words?: typeof ENGLISH }) {
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
        <Button type="submit" variant="primary" aria-label={words.button}>
          <Search aria-hidden />
        </Button>
      </form>
    </search>
  );
}
