'use server';

import { noteOutcome } from '@/app/(site)/_parts/note-outcome';
import type { LookState } from '@/app/(site)/forum/new/look-state';
import { AskQuestion, LookAhead, startThreadWords } from '@/lib/forum/schema';
import { startThread } from '@/lib/forum/start-thread';
import { renderMarkdown } from '@/lib/markdown';
import { similarTo } from '@/lib/search/search';
import { publicAction, userAction } from '@/lib/web/action';
import { type FormState, IDLE } from '@/lib/web/form-state';

/** The form's buttons: `look` shows the question as it will look and what has been answered already; else it is posted.
 * One action for both, because without script a form gives its answer to one only. */
export async function askAction(state: LookState, form: FormData): Promise<LookState> {
  return form.get('intent') === 'look' ? lookAhead(form) : post(state, form);
}

const post = userAction({
  schema: AskQuestion,
  limit: 'post',
  run: ({ intent: _, ...input }, actor) => startThread(input, actor),
  words: startThreadWords,
  status: { 'category-unknown': 422 },
  after: async ({ id, href }) => {
    await noteOutcome({ step: 'asked', thread: id });
    return { redirect: href };
  },
});

/** Similar answers read the title and the beginning of the text (defaults). */
const READ_OF_BODY = 300;
const SHOWN = 3;

async function lookAhead(form: FormData): Promise<LookState> {
  const seen: Pick<LookState, 'preview' | 'matches'> = {};
  const look = publicAction({
    schema: LookAhead,
    limit: 'search',
    run: async ({ title, body }, actor) => {
      seen.preview = body === '' ? undefined : renderMarkdown(body);
      seen.matches = await similarTo(`${title} ${body.slice(0, READ_OF_BODY)}`, { most: SHOWN }, actor);
      return { ok: true } as const;
    },
    words: {},
    after: () => ({}),
  });
  const state: FormState = await look(IDLE, form);
  const values = Object.fromEntries(
    ['title', 'body', 'category', 'tags'].map((name) => [name, String(form.get(name) ?? '')]),
  );
  return { ...state, values, ...seen };
}
