import Link from 'next/link';
import { Notice } from '@/app/_ui/notice';
import type { Words } from '@/lib/words/catalogue';

/** Thanks to somebody who was about to ask and found this instead. Nothing was posted, and nothing is lost. */
export function SolvedNotice({ words }: { words: Words['parts'] }) {
  return (
    <Notice tone="good" title={words.solvedTitle} className="mb-6">
      {words.solvedText}{' '}
      <Link href="/forum/new" className="text-link">
        {words.solvedBack}
      </Link>
    </Notice>
  );
}
