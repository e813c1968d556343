import { Search } from 'lucide-react';
import Form from 'next/form';
import { Button } from '@/app/_ui/button';
import type { Words } from '@/lib/words/catalogue';

type Props = {
  query?: string;
  /** The site uses only so much of a query. */
  maxLength: number;
  words: Words['frame']['searchBox'];
};

/** The panel's search: a GET form, so that it works without script too. */
export function WidgetSearch({ query = '', maxLength, words }: Props) {
  return (
    <search className="block">
      <Form action="/widget" prefetch={false} className="flex gap-2">
        <input
          type="search"
          name="q"
          dir="auto"
          defaultValue={query}
          maxLength={maxLength}
          autoComplete="off"
          enterKeyHint="search"
          aria-label={words.label}
          placeholder={words.placeholder}
          className="min-h-12 min-w-0 grow rounded-xl border border-edge bg-surface px-4 text-[1rem] text-ink placeholder:text-muted hover:border-accent-text"
        />
        <Button type="submit" variant="primary" aria-label={words.button} className="min-w-12 rounded-xl!">
          <Search aria-hidden />
        </Button>
      </Form>
    </search>
  );
}
