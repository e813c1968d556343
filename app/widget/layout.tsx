import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { WidgetWords } from '@/app/widget/_parts/widget-words';
import { FrameTalk } from '@/app/widget/frame-talk';
import { shopSettings } from '@/lib/settings/queries';
import { listOrigins } from '@/lib/settings/widget-origins';
import { pageWords } from '@/lib/web/language';

/** The pages themselves are indexed at their own addresses. */
export const metadata: Metadata = { robots: { index: false } };

/** The help panel on other sites: a few small pages that know no person (docs/decisions/0008-widget.md). */
export default async function WidgetLayout({ children }: { children: ReactNode }) {
  const [{ widgetOrigins }, { words }] = await Promise.all([shopSettings(), pageWords()]);
  const { doors, failed } = words.widget;
  return (
    <main id="content" tabIndex={-1} className="mx-auto w-full max-w-[34rem] p-4 text-[0.95rem] outline-none">
      <WidgetWords words={{ doors, failed }}>{children}</WidgetWords>
      <FrameTalk hosts={listOrigins(widgetOrigins)} />
    </main>
  );
}
