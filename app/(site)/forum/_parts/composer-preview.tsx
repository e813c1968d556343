import { Card } from '@/app/_ui/card';
import { Prose } from '@/app/_ui/prose';
import type { Words } from '@/lib/words/catalogue';

type Props = {
  /** Null until it is there. */
  html: string | null;
  words: Words['writing'];
};

/** What is being written as the site will show it. */
export function ComposerPreview({ html, words }: Props) {
  return (
    <section aria-label={words.preview} className="mt-2">
      <p className="mb-2 font-semibold">{words.preview}</p>
      <Card>
        {html === '' ? (
          <p className="text-muted">{words.nothingYet}</p>
        ) : html === null ? (
          <p className="text-muted">{words.moment}</p>
        ) : (
          <Prose html={html} />
        )}
      </Card>
    </section>
  );
}
