import type { ReactNode } from 'react';

/** Says of what is written in English only that it is English, whatever the language of the page around it. */
export function InEnglish({ children }: { children: ReactNode }) {
  return <div lang="en">{children}</div>;
}
