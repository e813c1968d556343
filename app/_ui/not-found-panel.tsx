import { ButtonLink } from '@/app/_ui/button';
import { ErrorPanel } from '@/app/_ui/error-panel';
import { PlainSearch } from '@/app/_ui/plain-search';

/** Nothing at this address, or nothing this person may see: the two are never told apart. Brings no `<main>`. */
export function NotFoundPanel() {
  return (
    <ErrorPanel
      title="There is nothing at this address"
      actions={
        <>
          <ButtonLink href="/">Go to the start</ButtonLink>
          <ButtonLink href="/contact" variant="quiet">
            Contact us
          </ButtonLink>
        </>
      }
    >
      <p>It may have moved, or the link may have lost a piece on its way. Searching usually finds it.</p>
      <PlainSearch />
    </ErrorPanel>
  );
}
