'use server';

import { noteOutcome } from '@/app/(site)/_parts/note-outcome';
import { readMatches } from '@/app/(site)/_parts/read-matches';
import type { LookState } from '@/app/(site)/forum/new/look-state';
import { clearQuestionBrowser, markQuestionBrowser } from '@/app/(site)/forum/new/question-browser';
import { LIMITED } from '@/lib/forum/check-limits';
import { keepQuestion } from '@/lib/forum/keep-question';
import { AskQuestion, KeepQuestion, LookAhead, startThreadWords } from '@/lib/forum/schema';
import { startThread } from '@/lib/forum/start-thread';
import { renderMarkdown } from '@/lib/markdown';
import { openAnswer } from '@/lib/search/open-answer';
import { openAnswerWords, SolvedBy } from '@/lib/search/schema';
import { similarAnswers } from '@/lib/search/similar-answers';
import { publicAction, userAction } from '@/lib/web/action';
import { type FormState, IDLE } from '@/lib/web/form-state';

/** The form's buttons: `look` shows the question as it will look and what has been answered already, `keep` keeps it while
 * its writer signs in; else it is posted. One action for all, because without script a form gives its answer to one only. */
export async function askAction(state: LookState, form: FormData): Promise<LookState> {
  const intent = form.get('intent');
  if (intent === 'look') return lookAhead(form);
  return intent === 'keep' ? keep(state, form) : post(state, form);
}

const post = userAction({
  schema: AskQuestion,
  limit: 'post',
  run: ({ intent: _, ...input }, actor) => startThread(input, actor, LIMITED),
  words: startThreadWords,
  status: { 'category-unknown': 422 },
  after: async ({ id, href }) => {
    await clearQuestionBrowser();
    await noteOutcome({ step: 'asked', thread: id });
    return { redirect: href };
  },
});

const keep = publicAction({
  schema: KeepQuestion,
  limit: 'newDraft',
  run: async ({ intent: _, ...question }) => keepQuestion(question, await markQuestionBrowser()),
  words: {},
  after: (_kept, { title }) => {
    // The title comes along in the address, too: a mailed link may be opened in another browser.
    const back = title === '' ? '/forum/new' : `/forum/new?title=${encodeURIComponent(title)}`;
    return { redirect: `/sign-in?next=${encodeURIComponent(back)}` };
  },
});

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
  const values = Object.fromEntries(
    ['title', 'body', 'category', 'tags'].map((name) => [name, String(form.get(name) ?? '')]),
  );
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
