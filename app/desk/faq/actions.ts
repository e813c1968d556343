'use server';

import type { ArticleFormState } from '@/app/desk/faq/_parts/article-form-state';
import { now } from '@/lib/clock';
import { addStarterContent } from '@/lib/faq/add-starter-content';
import { articleForEdit } from '@/lib/faq/queries';
import { saveArticle } from '@/lib/faq/save-article';
import { AddStarterContent, ArticleForm, articleWords } from '@/lib/faq/schema';
import { renderMarkdown } from '@/lib/markdown';
import { helperAction } from '@/lib/web/action';
import { IDLE } from '@/lib/web/form-state';

/** Saves an article, or shows how it will look; what was typed always comes back. */
export async function saveArticleAction(_state: ArticleFormState, form: FormData): Promise<ArticleFormState> {
  const save = helperAction({
    schema: ArticleForm,
    limit: 'desk',
    run: saveArticle,
    words: articleWords,
    status: { 'not-found': 404, 'category-unknown': 422 },
    after: ({ id }, { intent }) =>
      intent === 'preview'
        ? { message: 'This is how it will look. Nothing has been saved yet.' }
        : { redirect: `/desk/faq/${id}?saved=${intent}&at=${now().getTime()}` },
  });
  const answer = await save(IDLE, form);
  const text = (name: string) => String(form.get(name) ?? '');
  if (answer.status === 'done') {
    const values = Object.fromEntries([...form.keys()].map((name) => [name, text(name)]));
    return { ...answer, values, previewHtml: renderMarkdown(text('body')) };
  }
  if (answer.message !== articleWords['changed-meanwhile']) return answer;
  // Saving once more is meant to replace the other save, so the form continues from it.
  const saved = await articleForEdit(text('id'));
  return { ...answer, values: { ...answer.values, basedOn: saved?.updatedAt.toISOString() ?? '' } };
}

export const addStarterContentAction = helperAction({
  schema: AddStarterContent,
  limit: 'desk',
  run: (_input, actor) => addStarterContent(actor),
  words: { 'not-allowed': articleWords['not-allowed'] },
  after: () => ({ redirect: '/desk/faq' }),
});
