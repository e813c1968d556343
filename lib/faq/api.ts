import { z } from 'zod';
import type { Actor } from '@/lib/accounts/schema';
import { config } from '@/lib/config';
import { editArticle } from '@/lib/faq/edit-article';
import { promoteThread } from '@/lib/faq/promote-thread';
import { articleHref, articleList, articlePage } from '@/lib/faq/queries';
import { type ArticleReason, articleWords, EditArticle, WriteArticle } from '@/lib/faq/schema';
import { writeArticle } from '@/lib/faq/write-article';
import { renderMarkdown } from '@/lib/markdown';
import { IdParams, listOf, NoInput, NoParams, NoQuery, PageQuery, TimeShape } from '@/lib/web/api-shapes';
import { type ApiAnswer, endpoint } from '@/lib/web/endpoint';

const CategoryShape = z.object({ slug: z.string(), name: z.string() });

const ArticleCardShape = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  excerpt: z.string(),
  state: z.enum(['draft', 'published']),
  category: CategoryShape,
  updatedAt: TimeShape,
  url: z.string(),
});

const ArticleShape = ArticleCardShape.extend({
  body: z.string().describe('Markdown'),
  html: z.string(),
  keywords: z.string(),
  createdAt: TimeShape,
  helpedCount: z.number().int(),
  notHelpedCount: z.number().int(),
  fromThreadId: z.string().nullable(),
});

const SlugParams = z.object({ slug: z.string().min(1).max(200) });
const ListQuery = PageQuery.extend({
  category: z.string().max(120).optional().describe("A category's slug"),
});

const STATUS: Record<ArticleReason, 403 | 404 | 409 | 422> = {
  'not-allowed': 403,
  'not-found': 404,
  'category-unknown': 422,
  'slug-taken': 409,
  'changed-meanwhile': 409,
};

function refusal({ reason, field }: { reason: ArticleReason; field?: string }): ApiAnswer<never> {
  const detail = articleWords[reason];
  const fieldErrors = field ? { [field]: detail } : undefined;
  return { status: STATUS[reason], problem: reason, detail, fieldErrors };
}

function urlOf(slug: string): string {
  return config().siteUrl + articleHref(slug);
}

/** An old address answers with the article it leads to now. */
async function articleOf(slug: string, actor: Actor | null) {
  const found = await articlePage(slug, actor);
  if (!found || 'article' in found) return found?.article ?? null;
  const moved = await articlePage(found.movedTo, actor);
  return moved && 'article' in moved ? moved.article : null;
}

async function articleAnswer(
  slug: string,
  actor: Actor | null,
  status: 200 | 201 = 200,
): Promise<ApiAnswer<z.input<typeof ArticleShape>>> {
  const article = await articleOf(slug, actor);
  if (!article) return refusal({ reason: 'not-found' });
  const { id, title, excerpt, state, category, body, keywords, helpedCount, notHelpedCount } = article;
  return {
    status,
    body: {
      id,
      slug: article.slug,
      title,
      excerpt,
      state,
      category,
      body,
      keywords,
      helpedCount,
      notHelpedCount,
      html: renderMarkdown(body),
      createdAt: article.createdAt.toISOString(),
      updatedAt: article.updatedAt.toISOString(),
      fromThreadId: article.fromThread?.id ?? null,
      url: urlOf(article.slug),
    },
  };
}

export const listArticlesEndpoint = endpoint({
  method: 'GET',
  path: '/faq',
  summary: 'Published articles, in a category or in all, the most helpful first',
  scope: 'public',
  params: NoParams,
  query: ListQuery,
  input: NoInput,
  output: listOf(ArticleCardShape),
  run: async ({ query }) => {
    const { items, total } = await articleList(query);
    return {
      status: 200,
      body: {
        items: items.map(({ id, slug, title, excerpt, state, category, updatedAt }) => ({
          id,
          slug,
          title,
          excerpt,
          state,
          category,
          updatedAt: updatedAt.toISOString(),
          url: urlOf(slug),
        })),
        page: query.page,
        perPage: query.perPage,
        total,
      },
    };
  },
});

export const getArticleEndpoint = endpoint({
  method: 'GET',
  path: '/faq/{slug}',
  summary: 'One article, also by an address it had before; drafts only for the owner and helpers',
  scope: 'public',
  params: SlugParams,
  query: NoQuery,
  input: NoInput,
  output: ArticleShape,
  run: ({ params, actor }) => articleAnswer(params.slug, actor),
});

export const writeArticleEndpoint = endpoint({
  method: 'POST',
  path: '/faq',
  summary: 'Write an article (owner and helpers), published unless `state` says "draft"',
  scope: 'write',
  params: NoParams,
  query: NoQuery,
  input: WriteArticle,
  output: ArticleShape,
  run: async ({ input, actor }) => {
    if (!actor) return refusal({ reason: 'not-allowed' });
    const written = await writeArticle(input, actor);
    return written.ok ? articleAnswer(written.slug, actor, 201) : refusal(written);
  },
});

export const editArticleEndpoint = endpoint({
  method: 'PATCH',
  path: '/faq/{slug}',
  summary:
    'Change an article (owner and helpers); what is left out stays, an old address leads to the new one',
  scope: 'write',
  params: SlugParams,
  query: NoQuery,
  input: EditArticle,
  output: ArticleShape,
  run: async ({ params, input, actor }) => {
    const article = await articleOf(params.slug, actor);
    if (!article) return refusal({ reason: 'not-found' });
    if (!actor) return refusal({ reason: 'not-allowed' });
    const edited = await editArticle(article.id, input, actor);
    return edited.ok ? articleAnswer(edited.slug, actor) : refusal(edited);
  },
});

export const promoteThreadEndpoint = endpoint({
  method: 'POST',
  path: '/threads/{id}/promote',
  summary:
    'Make a draft article of a thread and its accepted answers; 200 with the one that is there already',
  scope: 'write',
  params: IdParams,
  query: NoQuery,
  input: NoInput,
  output: ArticleShape,
  run: async ({ params, actor }) => {
    if (!actor) return refusal({ reason: 'not-allowed' });
    const promoted = await promoteThread(params.id, actor);
    return promoted.ok ? articleAnswer(promoted.slug, actor, promoted.isNew ? 201 : 200) : refusal(promoted);
  },
});
