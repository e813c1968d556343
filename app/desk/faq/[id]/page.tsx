import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { Badge } from '@/app/_ui/badge';
import { ButtonLink } from '@/app/_ui/button';
import { FormMessage } from '@/app/_ui/form-message';
import { PageHeader } from '@/app/_ui/page-header';
import { Prose } from '@/app/_ui/prose';
import { DateTime } from '@/app/_ui/time-ago';
import { ArticleForm } from '@/app/desk/faq/_parts/article-form';
import { requireHelper } from '@/lib/accounts/session';
import { categoryChoices } from '@/lib/categories/queries';
import { type ArticleForEdit, articleForEdit, articleHref } from '@/lib/faq/queries';
import { renderMarkdown } from '@/lib/markdown';
import { shopSettings } from '@/lib/settings/queries';
import { oneValue } from '@/lib/web/page-number';

export const metadata: Metadata = { title: 'Edit an article' };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const SAVED: Record<string, string> = {
  publish: 'Published. Everybody can read and find it now.',
  draft: 'Saved as a draft. Only the owner and the helpers see it.',
  save: 'Saved.',
};

export default async function EditArticlePage({ params, searchParams }: Props) {
  await requireHelper();
  const [article, categories, { timeZone }] = await Promise.all([
    articleForEdit((await params).id),
    categoryChoices(),
    shopSettings(),
  ]);
  if (!article) notFound();
  const asked = await searchParams;
  const saved = SAVED[oneValue(asked.saved) ?? ''];
  const isPublished = article.state === 'published';
  return (
    <>
      <PageHeader
        title={article.title}
        breadcrumbs={[{ href: '/desk/faq', label: 'Articles' }]}
        intro={isPublished ? <Badge tone="good">Published</Badge> : <Badge tone="warn">Draft</Badge>}
        actions={
          <ButtonLink href={articleHref(article.slug)} variant="quiet">
            {isPublished ? 'See it on the site' : 'See the draft as a page'}
          </ButtonLink>
        }
      />
      {saved ? (
        <div className="mb-6 max-w-3xl">
          <FormMessage kind="success">{saved}</FormMessage>
        </div>
      ) : null}
      {article.fromThreadId ? (
        <p className="mb-6 text-muted">
          Made of a thread in the forum.{' '}
          <Link href={`/t/${article.fromThreadId}/thread`} className="text-link">
            Read the thread
          </Link>
        </p>
      ) : null}
      {/* A new form after each save; the same one after a refusal, so that nothing typed is lost. */}
      <ArticleForm
        key={oneValue(asked.at) ?? 'first'}
        draft={{ ...article, basedOn: article.updatedAt.toISOString(), isPublished }}
        categories={categories}
      />
      <History versions={article.versions} timeZone={timeZone} />
    </>
  );
}

function History({ versions, timeZone }: { versions: ArticleForEdit['versions']; timeZone: string }) {
  return (
    <section aria-labelledby="history" className="mt-12 max-w-3xl">
      <h2 id="history">History</h2>
      <p className="mt-1 text-muted">Every save, the newest first. Open one to see what it said.</p>
      <ol className="mt-3 divide-y divide-line border-y border-line">
        {versions.map((version) => (
          <li key={version.id}>
            <details>
              <summary className="flex min-h-12 flex-wrap items-center gap-x-3 py-2">
                <DateTime at={version.at} timeZone={timeZone} />
                <span className="text-muted">
                  by <bdi>{version.by}</bdi>
                </span>
              </summary>
              <div className="pb-5">
                <h3 dir="auto" className="mb-3">
                  {version.title}
                </h3>
                <Prose html={renderMarkdown(version.body)} />
              </div>
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}
