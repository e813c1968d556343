import type { ReactNode } from 'react';
import type { Words } from '@/lib/words/catalogue';

type Props = {
  href: string;
  className?: string;
  words: Pick<Words['widget']['doors'], 'newTab'>;
  children: ReactNode;
};

/** A link to the real site, beside the page that shows the panel; said to those who do not see a new tab open. */
export function NewTab({ href, className, words, children }: Props) {
  return (
    <a href={href} target="_blank" rel="noopener" className={className}>
      {children}
      <span className="sr-only"> {words.newTab}</span>
    </a>
  );
}
