import type { ReactNode } from 'react';
import { pageWords } from '@/lib/web/language';

/** A text that somebody reported, until the shop has looked: it is there for whoever wants to read it. */
export async function Folded({ isFolded, children }: { isFolded: boolean; children: ReactNode }) {
  if (!isFolded) return children;
  const words = (await pageWords()).words.thread.folded;
  return (
    <details className="rounded-xl border border-line bg-sunken/60 px-4">
      <summary className="flex min-h-11 flex-wrap items-center gap-x-2 py-2.5 text-[0.95rem] text-muted">
        {words.reported}
        <span className="font-semibold text-accent-text">{words.show}</span>
      </summary>
      <div className="border-t border-line py-4">{children}</div>
    </details>
  );
}
