'use client';

import { buttonClasses } from '@/app/_ui/button-classes';
import { ErrorPanel } from '@/app/_ui/error-panel';
import { PlainSearch } from '@/app/_ui/plain-search';
import { FAILURE_IN_ENGLISH, type FailureWords } from '@/lib/words/failure';

/** The digest ties what the visitor sees to the line in our logs; anything else about the error stays there. */
function digestOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('digest' in error)) return undefined;
  return typeof error.digest === 'string' ? error.digest : undefined;
}

type Props = { error: unknown; retry: () => void; words?: FailureWords };

/** Something broke on our side. Plain links, so that leaving works even when the router is what broke. Brings no `<main>`. */
export function FailurePanel({ error, retry, words = FAILURE_IN_ENGLISH }: Props) {
  const digest = digestOf(error);
  return (
    <ErrorPanel
      title={words.title}
      reference={digest ? { words: words.reference, number: digest } : undefined}
      actions={
        <>
          <button type="button" className={buttonClasses('primary')} onClick={retry}>
            {words.again}
          </button>
          <a href="/" className={buttonClasses('secondary')}>
            {words.start}
          </a>
          <a href="/contact" className={buttonClasses('quiet')}>
            {words.contact}
          </a>
        </>
      }
    >
      <p>{words.text}</p>
      <PlainSearch words={words.search} />
    </ErrorPanel>
  );
}
