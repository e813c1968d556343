import { NotFoundPanel } from '@/app/_ui/not-found-panel';
import { pageWords } from '@/lib/web/language';
import { setResponseStatus } from '@/lib/web/response-status';

/** "Not found" as the page itself. Next draws what `notFound()` throws in the browser only, so that without script the
 * page stays white; a page that returns this answers 404 with its words in the first response. */
export async function Missing() {
  setResponseStatus(404);
  const { words, language } = await pageWords();
  return (
    <div lang={language}>
      <NotFoundPanel words={words.parts.missing} search={words.frame.searchBox} />
    </div>
  );
}
