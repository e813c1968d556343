import { renderMarkdown } from '@/lib/markdown';
import type { FormState } from '@/lib/web/form-state';

/** The state of a form that can show its text before it is saved. `previewHtml` is only ever set here, never from what
 * the browser sent. */
export type PreviewState = FormState & { previewHtml?: string };
export type PreviewAction = (state: PreviewState, form: FormData) => Promise<PreviewState>;

type Options = {
  /** The form field with the Markdown. */
  field: string;
  /** Words of the refusal "somebody saved meanwhile", and what to base the next try on: trying again means to replace. */
  conflict: { words: string; basedOn: (form: FormData) => Promise<string | undefined> };
};

/** Lets a form's button `intent=preview` show the text as readers would see it: nothing is saved and what was typed
 * stays. One action for all buttons of a form, because without script only one action's answer finds its form.
 * @param action of a door; with `intent=preview` its command changes nothing and stays on the page */
export function withPreview(
  { field, conflict }: Options,
  action: (state: FormState, form: FormData) => Promise<FormState>,
): PreviewAction {
  return async (_state, form) => {
    const answer = await action({ status: 'idle' }, form);
    if (answer.status === 'error' && answer.message === conflict.words) {
      const basedOn = await conflict.basedOn(form);
      return basedOn === undefined ? answer : { ...answer, values: { ...answer.values, basedOn } };
    }
    if (answer.status !== 'done' || form.get('intent') !== 'preview') return answer;
    const values: Record<string, string> = {};
    for (const [name, value] of form) {
      if (typeof value === 'string' && !name.startsWith('$ACTION')) values[name] = value;
    }
    return { ...answer, values, previewHtml: renderMarkdown(values[field] ?? '') };
  };
}
