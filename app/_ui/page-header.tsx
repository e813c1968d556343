import type { ReactNode } from 'react';
import { Breadcrumbs, type Crumb } from '@/app/_ui/breadcrumbs';

type Props = {
  title: ReactNode;
  intro?: ReactNode;
  breadcrumbs?: readonly Crumb[];
  /** What the breadcrumbs are called, where the page is not in English. */
  breadcrumbsLabel?: string;
  /** Buttons that belong to the whole page. */
  actions?: ReactNode;
};

/** The top of every page but home: where am I, the one h1, one sentence, what can be done. */
export function PageHeader({ title, intro, breadcrumbs, breadcrumbsLabel, actions }: Props) {
  return (
    <header className="mb-8">
      {breadcrumbs?.length ? <Breadcrumbs items={breadcrumbs} label={breadcrumbsLabel} /> : null}
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4 md:flex-nowrap">
        <div className="min-w-0 grow">
          <h1 dir="auto">{title}</h1>
          {intro ? <div className="mt-2 max-w-prose text-[1.06rem] text-muted">{intro}</div> : null}
        </div>
        {actions ? <div className="flex flex-wrap gap-2.5 md:mt-1 md:shrink-0">{actions}</div> : null}
      </div>
    </header>
  );
}
