import type { ReactNode } from 'react';
import { InEnglish } from '@/app/_ui/in-english';

export default function EnglishLayout({ children }: { children: ReactNode }) {
  return <InEnglish>{children}</InEnglish>;
}
