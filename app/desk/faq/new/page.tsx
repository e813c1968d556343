import type { Metadata } from 'next';
import { PageHeader } from '@/app/_ui/page-header';
import { ArticleForm } from '@/app/desk/faq/_parts/article-form';
import { requireHelper } from '@/lib/accounts/session';
import { categoryChoices } from '@/lib/categories/queries';
import { GENERAL_SLUG } from '@/lib/categories/schema';
import { oneValue } from '@/lib/web/page-number';

export const metadata: Metadata = { title: 'Write an article' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewArticlePage({ searchParams }: Props) {
  await requireHelper();
  const categories = await categoryChoices();
  // A search that found nothing becomes a title by one click.
  const title = oneValue((await searchParams).title)?.slice(0, 150) ?? '';
  const draft = { title, body: '', keywords: '', category: GENERAL_SLUG, isPublished: false };
  return (
    <>
      <PageHeader title="Write an article" breadcrumbs={[{ href: '/desk/faq', label: 'Articles' }]} />
      <ArticleForm draft={draft} categories={categories} />
    </>
  );
}
