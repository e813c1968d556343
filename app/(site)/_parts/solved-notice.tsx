import Link from 'next/link';
import { Notice } from '@/app/_ui/notice';

/** Thanks to somebody who was about to ask and found this instead. Nothing was posted, and nothing is lost. */
export function SolvedNotice() {
  return (
    <Notice tone="good" title="Good to hear that this solved it" className="mb-6">
      Nothing was posted. Still not quite it?{' '}
      <Link href="/forum/new" className="text-link">
        Go back to your question
      </Link>
    </Notice>
  );
}
