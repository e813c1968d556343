'use server';

import { noteOutcome } from '@/app/(site)/_parts/note-outcome';
import { readMatches } from '@/app/(site)/_parts/read-matches';
import { takeFiles } from '@/app/(site)/forum/_parts/take-files';
import type { LookState } from '@/app/(site)/forum/new/look-state';
import { askQuestion } from '@/lib/asking/ask-question';
import { AskQuestion, askWords, KeepQuestion } from '@/lib/asking/schema';
import { keepDraft } from '@/lib/drafts/keep-draft';
import { LookAhead } from '@/lib/forum/schema';
import { renderMarkdown } from '@/lib/markdown';
import { openAnswer } from '@/lib/search/open-answer';
import { openAnswerWords, SolvedBy } from '@/lib/search/schema';
import { similarAnswers } from '@/lib/search/similar-answers';
import { publicAction } from '@/lib/web/action';
import { markBrowser, markBrowserToken } from '@/lib/web/browser-holder';
import { type FormState, IDLE } from '@/lib/web/form-state';

/** The form's buttons: `look` shows the question as it will look and what has been answered already, `keep` keeps it while
 * its writer signs in with a password; else it is asked. One action for all, because without script a form gives its
 * answer to one only. */
export async function askAction(state: LookState, form: FormData): Promise<LookState> {
  const refusal = await takeFiles(form);
  if (refusal) return refusal;
  const intent = form.get('intent');
  if (intent === 'look') return lookAhead(form);
  return intent === 'keep' ? keep(state, form) : ask(form);
}

async function ask(form: FormData): Promise<LookState> {
  const seen: Pick<LookState, 'masked'> = {};
  const post = publicAction({
    schema: AskQuestion,
    limit: 'post',
    run: async (input, actor) => {
      const asked = await askQuestion(input, actor, markBrowserToken);
      if (!asked.ok && asked.reason === 'shows-private') {
        seen.masked = { title: asked.masked.title, html: renderMarkdown(asked.masked.body) };
      }
      return asked;
    },
    words: askWords,
    status: { 'category-unknown': 422, 'email-needed': 422, 'email-invalid': 422, 'shows-private': 422 },
    after: async ({ id, href }) => {
      if (id !== null) await noteOutcome({ step: 'asked', thread: id });
      return { redirect: href };
    },
  });
  const state: FormState = await post(IDLE, form);
  return { ...state, ...seen };
}

const keep = publicAction({
  schema: KeepQuestion,
  limit: 'newDraft',
  run: async (fields) => {
    await keepDraft(await markBrowser(), 'new-thread', fields);
    return { ok: true } as const;
  },
  words: {},
  after: () => ({ redirect: `/sign-in?next=${encodeURIComponent('/forum/new')}` }),
});

const FIELDS = [
  'title',
  'body',
  'category',
  'tags',
  'orderNumber',
  'address',
  'note',
  'privateFiles',
  'email',
];

async function lookAhead(form: FormData): Promise<LookState> {
  const seen: Pick<LookState, 'preview' | 'matches'> = {};
  const look = publicAction({
    schema: LookAhead,
    limit: 'search',
    run: async ({ title, body }, actor) => {
      seen.preview = body === '' ? undefined : renderMarkdown(body);
      seen.matches = readMatches({ answers: await similarAnswers({ title, body }, actor) });
      return { ok: true } as const;
    },
    words: {},
    after: () => ({}),
  });
  const state: FormState = await look(IDLE, form);
  const values = Object.fromEntries(FIELDS.map((name) => [name, String(form.get(name) ?? '')]));
  return { ...state, values, ...seen };
}

/** "This solved it" below a suggestion: leads to the answer, where thanks are waiting. Nothing is posted. */
export const solvedByAction = publicAction({
  schema: SolvedBy,
  limit: 'search',
  run: ({ answer }, actor) => openAnswer(answer, actor),
  words: openAnswerWords,
  status: { 'not-found': 404 },
  after: async ({ href }, { answer: { kind, id } }) => {
    await noteOutcome(kind === 'article' ? { step: 'solved', article: id } : { step: 'solved', thread: id });
    return { redirect: `${href}?solved=1` };
  },
});
