import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { FrameTalk } from '@/app/widget/frame-talk';
import { shopSettings } from '@/lib/settings/queries';
import { listOrigins } from '@/lib/settings/widget-origins';

/** The pages themselves are indexed at their own addresses. */
export const metadata: Metadata = { robots: { index: false } };

/** The help panel on other sites: a few small pages that know no person (docs/decisions/0008-widget.md). */
export default async function WidgetLayout({ children }: { children: ReactNode }) {
  const { widgetOrigins } = await shopSettings();
  return (
    <main
      lang="en"
      id="content"
      tabIndex={-1}
      className="mx-auto w-full max-w-[34rem] p-4 text-[0.95rem] outline-none"
    >
      {children}
      <FrameTalk hosts={listOrigins(widgetOrigins)} />
    </main>
  );
}
