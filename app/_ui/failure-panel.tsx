'use client';

import { buttonClasses } from '@/app/_ui/button-classes';
import { ErrorPanel } from '@/app/_ui/error-panel';
import { PlainSearch } from '@/app/_ui/plain-search';

/** The digest ties what the visitor sees to the line in our logs; anything else about the error stays there. */
function digestOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('digest' in error)) return undefined;
  return typeof error.digest === 'string' ? error.digest : undefined;
}

/** Something broke on our side. Plain links, so that leaving works even when the router is what broke. Brings no `<main>`. */
export function FailurePanel({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <ErrorPanel
      title="Something went wrong on our side"
      reference={digestOf(error)}
      actions={
        <>
          <button type="button" className={buttonClasses('primary')} onClick={retry}>
            Try again
          </button>
          <a href="/" className={buttonClasses('secondary')}>
            Go to the start
          </a>
          <a href="/contact" className={buttonClasses('quiet')}>
            Contact us
          </a>
        </>
      }
    >
      <p>It is not something you did, and it has been written down. Trying again often helps.</p>
      <PlainSearch />
    </ErrorPanel>
  );
}
