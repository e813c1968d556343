import { Prose } from '@/app/_ui/prose';
import { type ArticleSection, CONTENTS_FROM } from '@/lib/faq/split-article';

/** The parts of an article, with a list of contents once there are enough of them.
 * @param contents what stands over that list */
export function ArticleText({
  sections,
  contents,
}: {
  sections: readonly ArticleSection[];
  contents: string;
}) {
  const named = sections.filter((section) => section.id !== null);
  const hasContents = named.length >= CONTENTS_FROM;
  return (
    <>
      {hasContents ? (
        <nav aria-labelledby="contents" className="mb-8 rounded-2xl border border-line bg-surface p-5">
          <h2 id="contents" className="text-[1rem]!">
            {contents}
          </h2>
          <ol className="mt-1">
            {named.map((section) => (
              <li key={section.id}>
                <a href={`#${section.id}`} className="text-link inline-flex min-h-11 items-center">
                  <bdi>{section.title}</bdi>
                </a>
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      {sections.map((section, index) => (
        <section key={section.id ?? 'lead'} id={section.id ?? undefined} className={index > 0 ? 'mt-8' : ''}>
          <Prose html={section.html} />
        </section>
      ))}
    </>
  );
}
