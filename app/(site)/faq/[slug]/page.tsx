import { ChevronLeft, ChevronRight, Pencil } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { ButtonLink } from '@/app/_ui/button';
import { Notice } from '@/app/_ui/notice';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { Sentence } from '@/app/_ui/sentence';
import { DateTime } from '@/app/_ui/time-ago';
import { breadcrumbFacts } from '@/app/(site)/_parts/breadcrumb-facts';
import { JsonLd } from '@/app/(site)/_parts/json-ld';
import { Missing } from '@/app/(site)/_parts/missing';
import { pageCard } from '@/app/(site)/_parts/page-card';
import { RelatedList } from '@/app/(site)/_parts/related-list';
import { SolvedNotice } from '@/app/(site)/_parts/solved-notice';
import { ThreeDoors } from '@/app/(site)/_parts/three-doors';
import { ArticleText } from '@/app/(site)/faq/[slug]/article-text';
import { HelpfulForm } from '@/app/(site)/faq/[slug]/helpful-form';
import { currentActor } from '@/lib/accounts/session';
import { config } from '@/lib/config';
import { type ArticlePage, articleHref, articlePage } from '@/lib/faq/queries';
import { splitArticle } from '@/lib/faq/split-article';
import { renderMarkdown } from '@/lib/markdown';
import { relatedTo } from '@/lib/search/similar-answers';
import { shopSettings } from '@/lib/settings/queries';
import { pageWords } from '@/lib/web/language';
import { oneValue } from '@/lib/web/page-number';
import { say } from '@/lib/words/say';

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ solved?: string | string[] }>;
};

const found = cache(async (segment: string): Promise<ArticlePage | null> => {
  const slug = decoded(segment);
  const page = slug === null ? null : await articlePage(slug, await currentActor());
  if (!page) return null;
  if ('movedTo' in page) permanentRedirect(articleHref(page.movedTo));
  return page.article;
});

/** Letters of other scripts arrive escaped. */
function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const article = await found((await params).slug);
  if (!article) return { title: (await pageWords()).words.parts.notFound };
  const { shopName } = await shopSettings();
  return {
    title: article.title,
    description: article.excerpt,
    ...pageCard(`${shopName} help`, {
      title: article.title,
      description: article.excerpt,
      href: article.href,
      picture: `${article.href}/picture.png`,
      type: 'article',
    }),
    alternates: { canonical: article.href },
    robots: article.state === 'draft' ? { index: false } : undefined,
  };
}

export default async function FaqArticlePage({ params, searchParams }: Props) {
  const article = await found((await params).slug);
  if (!article) return <Missing />;
  const solved = oneValue((await searchParams).solved) === '1';
  const [{ timeZone }, { words: all, language }, related] = await Promise.all([
    shopSettings(),
    pageWords(),
    relatedTo(
      {
        kind: 'article',
        id: article.id,
        title: article.title,
        body: `${article.keywords}\n\n${article.body}`,
      },
      await currentActor(),
    ),
  ]);
  const { faq: words, home, parts } = all;
  const crumbs = [
    { href: '/faq', label: words.title },
    { href: `/faq?category=${encodeURIComponent(article.category.slug)}`, label: article.category.name },
  ];
  return (
    <PageBody width="reading">
      {solved ? <SolvedNotice words={parts} /> : null}
      <article>
        <PageHeader
          title={article.title}
          breadcrumbs={crumbs}
          breadcrumbsLabel={parts.breadcrumbs}
          intro={
            <span className="text-[0.92rem]">
              <Sentence
                text={words.updated}
                places={{
                  day: <DateTime at={article.updatedAt} timeZone={timeZone} language={language} dateOnly />,
                }}
              />
            </span>
          }
          actions={
            article.can.edit ? (
              <ButtonLink href={`/desk/faq/${article.id}`} variant="quiet" size="small">
                <Pencil aria-hidden /> {words.edit}
              </ButtonLink>
            ) : null
          }
        />
        {article.state === 'draft' ? (
          <Notice tone="warn" title={words.draftTitle} className="mb-8">
            {words.draftText}
          </Notice>
        ) : null}
        <ArticleText sections={splitArticle(renderMarkdown(article.body))} contents={words.contents} />
        {article.sourceNote ? (
          <p className="mt-6 text-[0.88rem] text-muted">
            <bdi>{article.sourceNote}</bdi>
          </p>
        ) : null}
        {article.fromThread ? (
          <p className="mt-6 text-[0.95rem] text-muted">
            {words.fromThread}{' '}
            <Link
              href={`/t/${article.fromThread.id}/${encodeURIComponent(article.fromThread.slug)}`}
              className="text-link"
            >
              {words.readThread}
            </Link>
          </p>
        ) : null}
      </article>
      {article.state === 'published' ? (
        <div className="mt-10">
          <HelpfulForm articleId={article.id} words={words.rating} />
        </div>
      ) : null}
      <RelatedList id="related" heading={words.related} items={related} words={parts} />
      <Neighbours article={article} label={say(words.moreIn, { category: article.category.name })} />
      <section aria-labelledby="stuck" className="mt-12">
        <h2 id="stuck" className="mb-4">
          {words.stuck}
        </h2>
        <ThreeDoors ask={article.title} words={home.doors} />
      </section>
      <JsonLd
        data={breadcrumbFacts(config().siteUrl, [...crumbs, { href: article.href, label: article.title }])}
      />
    </PageBody>
  );
}

function Neighbours({ article: { previous, next }, label }: { article: ArticlePage; label: string }) {
  if (!previous && !next) return null;
  const link =
    'inline-flex min-h-12 max-w-[48%] items-center gap-2 py-2 text-[0.95rem] leading-snug font-semibold text-accent-text hover:underline [&_svg]:size-5 [&_svg]:shrink-0';
  return (
    <nav aria-label={label} className="mt-10 flex justify-between gap-4 border-y border-line py-2">
      {previous ? (
        <Link href={previous.href} rel="prev" className={link}>
          <ChevronLeft aria-hidden className="rtl:-scale-x-100" />
          <span dir="auto">{previous.title}</span>
        </Link>
      ) : (
        <span />
      )}
      {next ? (
        <Link href={next.href} rel="next" className={`${link} text-end`}>
          <span dir="auto">{next.title}</span>
          <ChevronRight aria-hidden className="rtl:-scale-x-100" />
        </Link>
      ) : null}
    </nav>
  );
}
