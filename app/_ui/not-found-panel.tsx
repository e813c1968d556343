import { buttonClasses } from '@/app/_ui/button-classes';
import { ErrorPanel } from '@/app/_ui/error-panel';
import { PlainSearch } from '@/app/_ui/plain-search';
import type { Words } from '@/lib/words/catalogue';
import { frame as ENGLISH_FRAME } from '@/lib/words/en/frame';
import { parts as ENGLISH } from '@/lib/words/en/parts';

/** Nothing at this address, or nothing this person may see: the two are never told apart. Brings no `<main>`.
 * Plain links, as in `FailurePanel`. */
export function NotFoundPanel({
  words = ENGLISH.missing,
  search = ENGLISH_FRAME.searchBox,
}: {
  words?: Words['parts']['missing'];
  search?: Words['frame']['searchBox'];
}) {
  return (
    <ErrorPanel
      title={words.title}
      actions={
        <>
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
      <PlainSearch words={search} />
    </ErrorPanel>
  );
}
