import type { ReactNode } from 'react';
import type { Aside } from '@/lib/forum/policy';
import { pageWords } from '@/lib/web/language';

type Props = { aside: Aside; children: ReactNode };

/** A text that somebody reported, until the shop has looked: readers find it folded, the staff the way to decide. */
export async function Folded({ aside, children }: Props) {
  if (aside === null) return children;
  const words = (await pageWords()).words.thread.folded;
  if (aside === 'pointed-out') {
    return (
      <>
        <p className="mb-3 rounded-xl border border-warn-line bg-warn-soft px-4 py-2.5 text-[0.95rem] text-warn">
          {words.pointedOut}{' '}
          <a href="/desk/moderation" className="font-semibold underline">
            {words.decide}
          </a>
        </p>
        {children}
      </>
    );
  }
  return (
    <details className="group rounded-xl border border-line bg-sunken/60 px-4">
      <summary className="flex min-h-11 flex-wrap items-center gap-x-2 py-2.5 text-[0.95rem] text-muted">
        {words.reported}
        <span className="font-semibold text-accent-text group-open:hidden">{words.show}</span>
      </summary>
      <div className="border-t border-line py-4">{children}</div>
    </details>
  );
}
