import { z } from 'zod';
import { type LimitReason, limitWords } from '@/lib/forum/limits';
import { isSafeHref } from '@/lib/markdown-links';
import { hasOwnWords } from '@/lib/quote';
import { cleanLine, cleanText } from '@/lib/text';

/** Shorter titles say nothing in a list, longer ones are the question itself (defaults). */
export const TITLE_MIN = 8;
export const TITLE_MAX = 150;
/** 30,000 characters are ten printed pages; every page with them must still render at once (defaults). */
export const BODY_MAX = 30_000;
export const REPLY_MAX = 30_000;
/** More tags than this describe the forum, not the question. */
export const TAGS_MAX = 5;
export const TAG_MAX = 30;
/** What is read of the field in which tags are typed with commas between. */
const TAGS_TYPED_MAX = 1000;
/** Ids have 16 characters; anything longer is not one. */
const ID_MAX = 64;
/** What is read of a field before it is cleaned: control characters may make the raw text longer than the clean one. */
const RAW_FACTOR = 2;

/** One cleaned line; the words name what is missing. */
function line(name: string, min: number, max: number) {
  return z
    .string({ error: `Write a ${name}.` })
    .max(max * RAW_FACTOR + 1000, `Use at most ${max} characters.`)
    .transform(cleanLine)
    .pipe(
      z
        .string()
        .min(1, `Write a ${name}.`)
        .min(min, `Write a ${name} of at least ${min} characters.`)
        .max(max, `Use at most ${max} characters.`),
    );
}

/** Cleaned text of several lines. */
function text(empty: string, max: number) {
  return z
    .string({ error: empty })
    .max(max * RAW_FACTOR, `Use at most ${max.toLocaleString('en')} characters.`)
    .transform(cleanText)
    .pipe(
      z
        .string()
        .min(1, empty)
        .max(max, `Use at most ${max.toLocaleString('en')} characters.`),
    );
}

const Id = z.string({ error: 'Give an id.' }).min(1, 'Give an id.').max(ID_MAX, 'This is not an id.');

/** Words of any script, with the signs that some words have inside: "c++", "e-mail", ".net", "don't", "R&D", "24/7". */
const TAG_SIGNS = /^(?:[\p{L}\p{M}\p{N} \-_.+#&'’/·:]|\u200C|\u200D)*$/u;
const isWords = (tag: string): boolean => TAG_SIGNS.test(tag);

const Tag = z
  .string({ error: 'Tags are words.' })
  .max(500, 'This tag is too long.')
  .transform(cleanLine)
  .pipe(
    z
      .string()
      .max(TAG_MAX, `A tag has at most ${TAG_MAX} characters.`)
      .refine(isWords, "Tags are words: letters and digits, and signs such as - . + # & ' between them."),
  );

/** A list of tags, or the text of the form's field with commas between; empty ones are left out. */
export const Tags = z
  .union([z.array(z.unknown()).max(50), z.string().max(TAGS_TYPED_MAX)], {
    error: 'Give tags as words with commas between.',
  })
  .transform((given) => (typeof given === 'string' ? given.split(/[,;\n]/) : given))
  .pipe(z.array(Tag))
  .transform((tags) => tags.filter((tag) => tag !== ''))
  .pipe(z.array(z.string()).max(TAGS_MAX, `Use at most ${TAGS_MAX} tags.`));

const category = z.string({ error: 'Choose a category.' }).trim().min(1, 'Choose a category.').max(100);

export const StartThread = z.strictObject({
  title: line('title', TITLE_MIN, TITLE_MAX),
  body: text('Write your question.', BODY_MAX),
  /** Slug of a category. */
  category,
  tags: Tags.default([]),
});
export type StartThread = z.output<typeof StartThread>;

/** Which button of a form was pressed. */
const Intent = z.string().max(20).optional();
/** What a look ahead reads of a question that is not finished; nothing of it is kept. */
const Unfinished = (max: number) =>
  z.string().max(max * RAW_FACTOR, `Use at most ${max.toLocaleString('en')} characters.`);
export const LookAhead = z.object({
  title: Unfinished(TITLE_MAX).transform(cleanLine).default(''),
  body: Unfinished(BODY_MAX).transform(cleanText).default(''),
});

export const UnfinishedReply = z.strictObject({
  body: Unfinished(REPLY_MAX).transform(cleanText),
  threadId: z.string().optional(),
  stillAProblem: z.string().optional(),
  intent: Intent,
});

export const EditThread = z.strictObject({
  threadId: Id,
  title: StartThread.shape.title.optional(),
  body: StartThread.shape.body.optional(),
  category: category.optional(),
  tags: Tags.optional(),
});
export const EditThreadForm = EditThread.extend({ intent: Intent });
export type EditThread = z.output<typeof EditThread>;

export const ReplyBody = text('Write your reply.', REPLY_MAX).refine(
  hasOwnWords,
  'This is only a quote. Write your own words below it, with a blank line between.',
);
export const PostReply = z.strictObject({
  threadId: Id,
  body: ReplyBody,
  /** A box of the form, and true or false in the API. */
  stillAProblem: z
    .union([z.literal('on'), z.boolean()], { error: 'Say true or false.' })
    .optional()
    .transform((said) => said === 'on' || said === true),
});
export const ReplyForm = PostReply.extend({ intent: Intent });
export type PostReply = z.input<typeof PostReply>;

export const EditReply = z.strictObject({ replyId: Id, body: ReplyBody });
export const EditReplyForm = EditReply.extend({ intent: Intent });
export type EditReply = z.output<typeof EditReply>;

export const AcceptAnswer = z.strictObject({ threadId: Id, replyId: Id });
export type AcceptAnswer = z.output<typeof AcceptAnswer>;

/** A form sends "on" or "off"; a switch that is asked for twice stays where it is. */
const Switch = z.enum(['on', 'off'], { error: 'Say on or off.' }).transform((word) => word === 'on');
export const VoteReply = z.strictObject({ replyId: Id, vote: Switch });
export const MeToo = z.strictObject({ threadId: Id, meToo: Switch });

/** Other forums allow longer titles than ours (Stack Exchange: 150 and prefixes); up to here they still fit a heading. */
const IMPORTED_TITLE_MAX = 300;
/** Replies of one thread are written in one transaction, which has to stay short. */
const IMPORTED_REPLIES_MAX = 2000;

const SourceId = z
  .union([z.string(), z.number()], { error: 'is missing' })
  .transform(String)
  .pipe(z.string().trim().min(1, 'is empty').max(300, 'is longer than 300 characters'));
const Moment = z
  .union([z.string(), z.date()], { error: 'is not a date' })
  .transform((given) => new Date(given))
  .refine((date) => date.getTime() >= 0, 'is not a date after 1970');
const WebAddress = z
  .string({ error: 'is not text' })
  .max(2000, 'is too long')
  .refine((url) => /^https?:/i.test(url) && isSafeHref(url), 'is not a web address');
const AuthorName = z
  .string({ error: 'is not text' })
  .max(500, 'is longer than 500 characters')
  .transform(cleanLine);

function importedText(max: number) {
  return z
    .string({ error: 'is missing' })
    .max(max * RAW_FACTOR, `is longer than ${max} characters`)
    .transform(cleanText)
    .pipe(z.string().min(1, 'is empty').max(max, `is longer than ${max} characters`));
}

const ImportedReply = z.object({
  sourceId: SourceId.nullish(),
  body: importedText(REPLY_MAX),
  author: AuthorName.nullish(),
  authorUrl: WebAddress.nullish(),
  accepted: z.boolean({ error: 'is not true or false' }).nullish(),
  createdAt: Moment.nullish(),
});

/** One thread of an import; the same `sourceId` is the same thread. Texts are Markdown. */
export const ImportedThread = z.object({
  sourceId: SourceId,
  sourceUrl: WebAddress.nullish(),
  title: z
    .string({ error: 'is missing' })
    .max(IMPORTED_TITLE_MAX * RAW_FACTOR, `is longer than ${IMPORTED_TITLE_MAX} characters`)
    .transform(cleanLine)
    .pipe(
      z
        .string()
        .min(1, 'is empty')
        .max(IMPORTED_TITLE_MAX, `is longer than ${IMPORTED_TITLE_MAX} characters`),
    ),
  body: importedText(BODY_MAX),
  author: AuthorName.nullish(),
  authorUrl: WebAddress.nullish(),
  createdAt: Moment.nullish(),
  tags: z
    .union([z.array(z.string()), z.string()], { error: 'are not a list of words' })
    .nullish()
    // Other forums allow more and longer tags; the first ones that fit are kept.
    .transform((given) => (typeof given === 'string' ? given.split(/[,;]/) : (given ?? [])))
    .transform((tags) =>
      tags
        .map(cleanLine)
        .filter((tag) => tag !== '' && tag.length <= TAG_MAX && isWords(tag))
        .slice(0, TAGS_MAX),
    ),
  category: z.string({ error: 'is not text' }).max(200, 'is too long').nullish(),
  replies: z
    .array(ImportedReply, { error: 'are not a list' })
    .max(IMPORTED_REPLIES_MAX, `are more than ${IMPORTED_REPLIES_MAX}`)
    .nullish()
    .transform((replies) => replies ?? []),
});
export type ImportedThread = z.output<typeof ImportedThread>;

export type StartThreadReason = 'category-unknown' | LimitReason;
export const startThreadWords: Record<StartThreadReason, string> = {
  ...limitWords,
  'category-unknown': 'Choose one of the categories.',
};

export type PostReplyReason = 'not-found' | 'locked' | 'hidden' | LimitReason;
export const postReplyWords: Record<PostReplyReason, string> = {
  ...limitWords,
  'not-found': 'This thread does not exist.',
  locked: 'This thread is locked, so it takes no more replies. You can ask a new question.',
  hidden: 'This thread is hidden by the shop, so it takes no replies now.',
};

export type EditThreadReason = 'not-found' | 'not-allowed' | 'category-unknown';
export const editThreadWords: Record<EditThreadReason, string> = {
  'not-found': 'This thread does not exist.',
  'not-allowed':
    'This can no longer be changed: questions can be edited for 24 hours, unless the thread is locked or hidden. Add a reply instead.',
  'category-unknown': 'Choose one of the categories.',
};

export type EditReplyReason = 'not-found' | 'not-allowed';
export const editReplyWords: Record<EditReplyReason, string> = {
  'not-found': 'This reply does not exist.',
  'not-allowed':
    'This can no longer be changed: replies can be edited for 24 hours, accepted ones always, unless the thread is locked or hidden.',
};

export const WithdrawReply = z.strictObject({ replyId: Id });
export type WithdrawReason = 'not-found' | 'not-allowed' | 'too-late' | 'used';
export const withdrawWords: Record<WithdrawReason, string> = {
  'not-found': 'This reply does not exist any more.',
  'not-allowed': 'Only its author can take a reply back.',
  'too-late': 'This reply stands for longer than two minutes, so it stays. You can still edit it.',
  used: 'Somebody has voted for this reply or answered it, so it stays. You can still edit it.',
};

export type AcceptReason = 'not-found' | 'not-allowed' | 'hidden';
export const acceptWords: Record<AcceptReason, string> = {
  'not-found': 'There is no such reply in this thread.',
  'not-allowed': 'Only the person who asked and the shop can say which reply solved it.',
  hidden: 'This reply is hidden. Restore it first, then accept it.',
};

export type VoteReason = 'not-found' | 'own' | 'closed';
export const voteWords: Record<VoteReason, string> = {
  'not-found': 'This reply does not exist.',
  own: 'Your own reply cannot have your vote.',
  closed: 'This thread is locked or hidden, so votes are closed.',
};

export type MeTooReason = 'not-found' | 'own' | 'closed';
export const meTooWords: Record<MeTooReason, string> = {
  'not-found': 'This thread does not exist.',
  own: 'This is your own question; you are counted already.',
  closed: 'This thread is locked or hidden.',
};
