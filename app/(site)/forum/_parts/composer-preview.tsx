import { Card } from '@/app/_ui/card';
import { Prose } from '@/app/_ui/prose';

/** What is being written as the site will show it. @param html null until it is there */
export function ComposerPreview({ html }: { html: string | null }) {
  return (
    <section aria-label="Preview" className="mt-2">
      <p className="mb-2 font-semibold">Preview</p>
      <Card>
        {html === '' ? (
          <p className="text-muted">There is nothing to show yet.</p>
        ) : html === null ? (
          <p className="text-muted">One moment…</p>
        ) : (
          <Prose html={html} />
        )}
      </Card>
    </section>
  );
}
