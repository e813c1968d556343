import { ButtonLink } from '@/app/_ui/button';
import { ErrorPanel } from '@/app/_ui/error-panel';
import { PlainSearch } from '@/app/_ui/plain-search';
import type { Words } from '@/lib/words/catalogue';
import { parts as ENGLISH } from '@/lib/words/en/parts';

/** Nothing at this address, or nothing this person may see: the two are never told apart. Brings no `<main>`. */
export function NotFoundPanel({
  words = ENGLISH.missing,
  search,
}: {
  words?: Words['parts']['missing'];
  search?: Words['frame']['searchBox'];
}) {
  return (
    <ErrorPanel
      title={words.title}
      actions={
        <>
          <ButtonLink href="/">{words.start}</ButtonLink>
          <ButtonLink href="/contact" variant="quiet">
            {words.contact}
          </ButtonLink>
        </>
      }
    >
      <p>{words.text}</p>
      <PlainSearch words={search} />
    </ErrorPanel>
  );
}
