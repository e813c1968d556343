import type { ReactNode } from 'react';

type Props = { href: string; className?: string; children: ReactNode };

/** A link to the real site, beside the page that shows the panel; said to those who do not see a new tab open. */
export function NewTab({ href, className, children }: Props) {
  return (
    <a href={href} target="_blank" rel="noopener" className={className}>
      {children}
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  );
}
