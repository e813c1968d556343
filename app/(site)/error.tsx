'use client';

import { FailurePanel } from '@/app/_ui/failure-panel';
import { useFailureWords } from '@/app/_ui/failure-words';

/** A page failed while it was drawn; the frame around it still stands. */
export default function PageFailed(props: { error: unknown; retry: () => void }) {
  return <FailurePanel {...props} words={useFailureWords()} />;
}
