import { ChevronLeft } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { Prose } from '@/app/_ui/prose';
import { Sentence } from '@/app/_ui/sentence';
import { DateTime } from '@/app/_ui/time-ago';
import { segmentText } from '@/app/(site)/forum/_parts/segment-text';
import { NewTab } from '@/app/widget/_parts/new-tab';
import { widgetArticleHref } from '@/app/widget/_parts/widget-article-href';
import { WidgetDoors } from '@/app/widget/_parts/widget-doors';
import { WidgetMissing } from '@/app/widget/_parts/widget-missing';
import { type ArticlePage, articleHref, articlePage } from '@/lib/faq/queries';
import { renderMarkdownForFrame } from '@/lib/markdown';
import { readQuery } from '@/lib/search/schema';
import { shopSettings } from '@/lib/settings/queries';
import { pageWords } from '@/lib/web/language';
import { oneValue } from '@/lib/web/page-number';

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The article as any visitor sees it, whoever looks. */
const found = cache(async (segment: string): Promise<ArticlePage | null> => {
  const page = await articlePage(segmentText(segment), null);
  if (!page) return null;
  if ('movedTo' in page) permanentRedirect(widgetArticleHref(articleHref(page.movedTo)));
  return page.article;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const article = await found((await params).slug);
  if (!article) return { title: (await pageWords()).words.parts.notFound };
  return { title: article.title, alternates: { canonical: article.href } };
}

export default async function WidgetArticlePage({ params, searchParams }: Props) {
  const [article, { timeZone }] = await Promise.all([found((await params).slug), shopSettings()]);
  if (!article) return <WidgetMissing />;
  const query = readQuery(oneValue((await searchParams).q));
  const { words: all, language } = await pageWords();
  const words = all.widget;
  return (
    <>
      <Link
        prefetch={false}
        href={query === '' ? '/widget' : `/widget?${new URLSearchParams({ q: query })}`}
        className="-ms-1 inline-flex min-h-11 items-center gap-1 font-semibold text-accent-text hover:underline"
      >
        <ChevronLeft aria-hidden className="size-5 rtl:-scale-x-100" />
        {query === '' ? words.backToSearch : words.backToResults}
      </Link>
      <article>
        <h1 dir="auto" className="mt-1 text-[1.35rem]!">
          {article.title}
        </h1>
        <p className="mt-1 mb-4 text-[0.88rem] text-muted">
          <Sentence
            text={all.faq.updated}
            places={{
              day: <DateTime at={article.updatedAt} timeZone={timeZone} language={language} dateOnly />,
            }}
          />
        </p>
        <Prose html={renderMarkdownForFrame(article.body)} className="prose-small" />
      </article>
      <p className="mt-4">
        <NewTab
          href={article.href}
          className="text-link inline-flex min-h-11 items-center"
          words={words.doors}
        >
          {words.openAnswer}
        </NewTab>
      </p>
      <WidgetDoors ask={query || article.title} words={words.doors} />
    </>
  );
}
