import { Card } from '@/app/_ui/card';
import { CopyButton } from '@/app/desk/settings/copy-button';

type Props = {
  siteUrl: string;
  /** Whether the saved settings let any other site show the widget. */
  isAllowedSomewhere: boolean;
};

/** The one line that puts the help widget on a shop's own pages, and what their policy must allow. */
export function WidgetSnippet({ siteUrl, isAllowedSomewhere }: Props) {
  const snippet = `<script src="${siteUrl}/widget.js" defer></script>`;
  return (
    <section aria-labelledby="widget" className="mt-12 max-w-[34rem]">
      <h2 id="widget" className="mb-4">
        Help widget
      </h2>
      <Card>
        <p>
          A help button for your own pages: search, answers, and the ways to ask and to get a refund, in your
          name and colour. Put this line into each page
          {isAllowedSomewhere ? '.' : ', and list the address of those pages above.'}
        </p>
        <div className="mt-4 flex flex-wrap items-center gap-3">
          <code className="min-w-0 grow rounded-lg border border-line bg-sunken px-3 py-2.5 text-[0.9rem] select-all">
            {snippet}
          </code>
          <CopyButton text={snippet} />
        </div>
        <p className="mt-4 text-[0.92rem] text-muted">
          If those pages send a Content-Security-Policy, let <code>{siteUrl}</code> be in its script-src and
          frame-src; nothing else is needed. The panel knows nobody: it shows what any visitor may read, also
          to you.{' '}
          <a href="/widget" className="text-link">
            See the panel
          </a>
        </p>
      </Card>
    </section>
  );
}
