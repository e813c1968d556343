'use server';

import { revalidatePath } from 'next/cache';
import { noteOutcome } from '@/app/(site)/_parts/note-outcome';
import { forgetDraft } from '@/app/(site)/forum/_parts/forget-draft';
import { takeFiles } from '@/app/(site)/forum/_parts/take-files';
import { onThisThread, orDoneAlready } from '@/app/(site)/t/[id]/[slug]/on-this-thread';
import { publicQuestion, publicWords } from '@/lib/asking/hide-private';
import { askWords } from '@/lib/asking/schema';
import { promoteThread } from '@/lib/faq/promote-thread';
import { LIMITED } from '@/lib/forum/check-limits';
import { editReply } from '@/lib/forum/edit-reply';
import { editThread } from '@/lib/forum/edit-thread';
import { replyHref } from '@/lib/forum/page-queries';
import { postReply } from '@/lib/forum/post-reply';
import { sayMeToo } from '@/lib/forum/say-me-too';
import {
  AcceptAnswer,
  acceptWords,
  EditReplyForm,
  EditThreadForm,
  editReplyWords,
  editThreadWords,
  MeToo,
  meTooWords,
  postReplyWords,
  ReplyForm,
  UnfinishedReply,
  VoteReply,
  voteWords,
  WithdrawReply,
  withdrawWords,
} from '@/lib/forum/schema';
import { acceptAnswer } from '@/lib/forum/solutions/accept-answer';
import { unacceptAnswer } from '@/lib/forum/solutions/unaccept-answer';
import { voteReply } from '@/lib/forum/vote-reply';
import { withdrawReply } from '@/lib/forum/withdraw-reply';
import { renderMarkdown } from '@/lib/markdown';
import { flagPost } from '@/lib/moderation/flag-post';
import { hidePost } from '@/lib/moderation/hide-post';
import { lockThread } from '@/lib/moderation/lock-thread';
import { restorePost } from '@/lib/moderation/restore-post';
import {
  FlagPost,
  flagWords,
  HidePost,
  LockThread,
  moderationWords,
  RestorePost,
  UnlockThread,
} from '@/lib/moderation/schema';
import { unlockThread } from '@/lib/moderation/unlock-thread';
import { helperAction, publicAction, userAction } from '@/lib/web/action';
import { type FormState, IDLE } from '@/lib/web/form-state';

/** Back to the page with the reply. Going to a place on the page one is on would not fetch it anew: say that it changed. */
async function toReply(replyId: string, threadId: string): Promise<{ redirect: string }> {
  const href = (await replyHref(replyId, null)) ?? `/t/${threadId}`;
  revalidatePath(`/t/${threadId}`);
  return { redirect: href };
}

type ReplyState = FormState & { preview?: string; undone?: boolean; masked?: string };

/** The button at a reply of a moment ago belongs to this form, too: what it said comes back into it. */
const UNDO = 'undo:';

/** The form's buttons: `look` shows the reply as it will look, else it is posted. One action for both, because without
 * script a form gives its answer to one only. */
export async function replyAction(_state: ReplyState, form: FormData): Promise<ReplyState> {
  const refusal = await takeFiles(form);
  if (refusal) return refusal;
  const intent = String(form.get('intent') ?? '');
  if (intent === 'look') return preview(form);
  return intent.startsWith(UNDO) ? undo(intent.slice(UNDO.length), form) : post(form);
}

/** A reply that shows something private comes back once, as it would look without. */
async function post(form: FormData): Promise<ReplyState> {
  let masked: string | undefined;
  const act = userAction({
    schema: ReplyForm,
    limit: 'post',
    run: async ({ intent, ...input }, actor) => {
      const look = await publicWords(input.body, intent, actor);
      if (look.decided) return postReply({ ...input, body: look.text }, actor, LIMITED);
      masked = renderMarkdown(look.text);
      return { ok: false, reason: 'shows-private' } as const;
    },
    words: { ...postReplyWords, 'shows-private': askWords['shows-private'] },
    status: { 'shows-private': 422 },
    after: async ({ replyId, threadId }) => {
      await forgetDraft(`reply:${threadId}`);
      return toReply(replyId, threadId);
    },
  });
  return { ...(await act(IDLE, form)), masked };
}

async function preview(form: FormData): Promise<ReplyState> {
  let html: string | undefined;
  const look = publicAction({
    schema: UnfinishedReply,
    limit: 'search',
    run: async ({ body }) => {
      html = renderMarkdown(body);
      return { ok: true } as const;
    },
    words: {},
    after: () => ({}),
  });
  const state = await look(IDLE, form);
  const values = {
    body: String(form.get('body') ?? ''),
    stillAProblem: String(form.get('stillAProblem') ?? ''),
  };
  return { ...state, values, preview: html };
}

/** What was taken back stands above what has been begun since; neither is lost, also when it is too late. */
async function undo(replyId: string, sent: FormData): Promise<ReplyState> {
  let body = '';
  const form = new FormData();
  form.set('replyId', replyId);
  const withdraw = userAction({
    schema: WithdrawReply,
    limit: 'post',
    run: async (input, actor) => {
      const result = await withdrawReply(input, actor);
      if (result.ok) body = result.body;
      return result;
    },
    words: withdrawWords,
    after: ({ threadId }) => ({
      message: 'Your reply is taken back. Its text is here again.',
      refresh: `/t/${threadId}`,
    }),
  });
  const state = await withdraw(IDLE, form);
  const texts = [body, String(sent.get('body') ?? '')].filter((text) => text.trim() !== '');
  const values = { body: texts.join('\n\n'), stillAProblem: String(sent.get('stillAProblem') ?? '') };
  return { ...state, values, undone: state.status === 'done' };
}

type EditState = FormState & { masked?: { title?: string; html: string } };

/** An edit that shows something private comes back once, too. */
export async function editThreadAction(_state: EditState, form: FormData): Promise<EditState> {
  let masked: EditState['masked'];
  const save = userAction({
    schema: EditThreadForm,
    limit: 'post',
    run: async ({ intent, ...input }, actor) => {
      const { decided, title, body } = await publicQuestion(input, intent, actor);
      if (decided) return editThread({ ...input, title, body }, actor);
      masked = { title, html: renderMarkdown(body ?? '') };
      return { ok: false, reason: 'shows-private' } as const;
    },
    words: { ...editThreadWords, 'shows-private': askWords['shows-private'] },
    status: { 'category-unknown': 422, 'shows-private': 422 },
    after: async ({ href }, { threadId }) => {
      await forgetDraft(`edit-thread:${threadId}`);
      revalidatePath(href);
      return { redirect: href };
    },
  });
  return { ...(await save(IDLE, form)), masked };
}

export async function editReplyAction(_state: EditState, form: FormData): Promise<EditState> {
  let masked: EditState['masked'];
  const save = userAction({
    schema: EditReplyForm,
    limit: 'post',
    run: async ({ intent, ...input }, actor) => {
      const look = await publicWords(input.body, intent, actor);
      if (look.decided) return editReply({ ...input, body: look.text }, actor);
      masked = { html: renderMarkdown(look.text) };
      return { ok: false, reason: 'shows-private' } as const;
    },
    words: { ...editReplyWords, 'shows-private': askWords['shows-private'] },
    status: { 'shows-private': 422 },
    after: async ({ replyId, threadId }) => {
      await forgetDraft(`edit-reply:${replyId}`);
      return toReply(replyId, threadId);
    },
  });
  return { ...(await save(IDLE, form)), masked };
}

export const acceptAnswerAction = userAction({
  schema: AcceptAnswer,
  limit: 'vote',
  run: acceptAnswer,
  words: acceptWords,
  after: async ({ threadId }) => {
    await noteOutcome({ step: 'solved', thread: threadId });
    return { refresh: `/t/${threadId}` };
  },
});

export const unacceptAnswerAction = userAction({
  schema: AcceptAnswer,
  limit: 'vote',
  run: unacceptAnswer,
  words: acceptWords,
  after: onThisThread,
});

export const voteReplyAction = userAction({
  schema: VoteReply,
  limit: 'vote',
  run: voteReply,
  words: voteWords,
  after: async ({ threadId, voted }) => {
    if (voted) await noteOutcome({ step: 'solved', thread: threadId });
    return { refresh: `/t/${threadId}` };
  },
});

export const meTooAction = userAction({
  schema: MeToo,
  limit: 'vote',
  run: sayMeToo,
  words: meTooWords,
  after: onThisThread,
});

export const flagPostAction = userAction({
  schema: FlagPost,
  limit: 'flag',
  run: flagPost,
  words: flagWords,
  after: () => ({ message: 'Thank you. The shop looks at it soon.' }),
});

export const hidePostAction = helperAction({
  schema: HidePost,
  limit: 'desk',
  run: hidePost,
  words: moderationWords,
  after: orDoneAlready,
});

export const restorePostAction = helperAction({
  schema: RestorePost,
  limit: 'desk',
  run: restorePost,
  words: moderationWords,
  after: orDoneAlready,
});

export const lockThreadAction = helperAction({
  schema: LockThread,
  limit: 'desk',
  run: lockThread,
  words: moderationWords,
  after: onThisThread,
});

export const unlockThreadAction = helperAction({
  schema: UnlockThread,
  limit: 'desk',
  run: unlockThread,
  words: moderationWords,
  after: onThisThread,
});

export const promoteThreadAction = helperAction({
  schema: UnlockThread,
  limit: 'desk',
  run: ({ threadId }, actor) => promoteThread(threadId, actor),
  words: moderationWords,
  after: ({ id }) => ({ redirect: `/desk/faq/${id}` }),
});
