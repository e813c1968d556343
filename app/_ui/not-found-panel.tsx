import { buttonClasses } from '@/app/_ui/button-classes';
import { ErrorPanel } from '@/app/_ui/error-panel';
import { PlainSearch } from '@/app/_ui/plain-search';

/** Nothing at this address, or nothing this person may see: the two are never told apart. Brings no `<main>`.
 * Plain links, as in `FailurePanel`. */
export function NotFoundPanel() {
  return (
    <ErrorPanel
      title="There is nothing at this address"
      actions={
        <>
          <a href="/" className={buttonClasses('secondary')}>
            Go to the start
          </a>
          <a href="/contact" className={buttonClasses('quiet')}>
            Contact us
          </a>
        </>
      }
    >
      <p>It may have moved, or the link may have lost a piece on its way. Searching usually finds it.</p>
      <PlainSearch />
    </ErrorPanel>
  );
}
