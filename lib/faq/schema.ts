import { z } from 'zod';
import { cleanLine, cleanText } from '@/lib/text';

/** "VAT?" is a title; a title longer than 150 is cut by every result list. */
export const TITLE_MIN = 3;
export const TITLE_MAX = 150;
/** Twice a thread's limit (30,000): a terms-and-conditions article fits. */
export const BODY_MAX = 60_000;
export const KEYWORDS_MAX = 500;
export const SLUG_MAX = 80;
/** A free line of where the text came from, shown under an imported article. */
export const SOURCE_NOTE_MAX = 300;

const Title = z
  .string({ error: 'Write the question as the title.' })
  .transform(cleanLine)
  .pipe(
    z
      .string()
      .min(TITLE_MIN, `Write a title of at least ${TITLE_MIN} characters.`)
      .max(TITLE_MAX, `Use at most ${TITLE_MAX} characters for the title.`),
  );

const Body = z
  .string({ error: 'Write the answer.' })
  .transform(cleanText)
  .pipe(
    z
      .string()
      .min(1, 'Write the answer.')
      .max(BODY_MAX, `Use at most ${BODY_MAX.toLocaleString('en')} characters for the answer.`),
  );

const Keywords = z
  .string({ error: 'Write the keywords as words with commas between them.' })
  .transform(cleanLine)
  .pipe(z.string().max(KEYWORDS_MAX, `Use at most ${KEYWORDS_MAX} characters for the keywords.`));

const CategorySlug = z.string({ error: 'Choose a category.' }).trim().min(1, 'Choose a category.').max(120);
const Slug = z
  .string({ error: 'Write the address as words with hyphens.' })
  .max(200, `Use at most ${SLUG_MAX} characters for the address.`);
const State = z.enum(['draft', 'published'], { error: 'Say "draft" or "published".' });

/** A new article. `category` is a category's slug. */
export const WriteArticle = z.strictObject({
  title: Title,
  body: Body,
  keywords: Keywords.default(''),
  category: CategorySlug.default('general'),
  state: State.default('published'),
});
export type WriteArticle = z.infer<typeof WriteArticle>;

/** A change of an article; what is left out stays. `basedOn` is the `updatedAt` the editor started from. */
export const EditArticle = z.strictObject({
  title: Title.optional(),
  body: Body.optional(),
  keywords: Keywords.optional(),
  category: CategorySlug.optional(),
  slug: Slug.optional(),
  state: State.optional(),
  basedOn: z.iso.datetime({ error: 'basedOn must be the updatedAt you started from.' }).optional(),
});
export type EditArticle = z.infer<typeof EditArticle>;

/** The desk's form: everything is there, and the button says what to do. */
export const ArticleForm = z.strictObject({
  id: z.string().max(64).optional(),
  basedOn: z.iso.datetime().optional(),
  title: Title,
  body: Body,
  keywords: Keywords,
  category: CategorySlug,
  slug: Slug.optional(),
  intent: z.enum(['preview', 'draft', 'publish', 'save'], { error: 'Press one of the buttons.' }),
});
export type ArticleForm = z.infer<typeof ArticleForm>;

/** Real lists ask in several sentences: the title is cut and the whole question begins the answer (import-article.ts). */
export const IMPORTED_QUESTION_MAX = 1_000;

const ImportedQuestion = z
  .string({ error: 'The row has no question.' })
  .transform(cleanLine)
  .pipe(
    z
      .string()
      .min(TITLE_MIN, `Write a question of at least ${TITLE_MIN} characters.`)
      .max(IMPORTED_QUESTION_MAX, `Use at most ${IMPORTED_QUESTION_MAX} characters for the question.`),
  );

/** One row of an import; the same `sourceId` is the same article. */
export const ImportedArticle = z.object({
  sourceId: z.string().trim().min(1, 'The row has no source id.').max(300, 'The source id is too long.'),
  question: ImportedQuestion,
  answer: Body,
  category: z.string().max(200).nullish(),
  keywords: Keywords.nullish(),
  createdAt: z.coerce.date({ error: 'createdAt is not a date.' }).nullish(),
  note: z.string().transform(cleanLine).pipe(z.string().max(SOURCE_NOTE_MAX)).nullish(),
});
export type ImportedArticle = z.infer<typeof ImportedArticle>;

export const RateArticle = z.strictObject({
  id: z.string().max(64),
  helpful: z.enum(['yes', 'no'], { error: 'Press yes or no.' }),
});

/** What is said to somebody who rated an article. */
export const ratingWords = {
  yes: 'Thank you. It is good to know that this answered it.',
  no: 'Thank you for saying so. We read this list to make the answers better; the ways below lead to a person.',
};

export type ArticleReason =
  | 'not-allowed'
  | 'not-found'
  | 'category-unknown'
  | 'slug-taken'
  | 'changed-meanwhile';
export const articleWords: Record<ArticleReason, string> = {
  'not-allowed': 'Only the owner and the helpers of this shop can change articles.',
  'not-found': 'This article does not exist.',
  'category-unknown': 'There is no such category. Choose one from the list.',
  'slug-taken': 'Another article has this address. Choose another one.',
  'changed-meanwhile':
    'Somebody saved this article while you were writing. Your text is still below; look at the saved version in another tab, then save again to replace it.',
};

/** The button that adds the starter articles carries nothing. */
export const AddStarterContent = z.strictObject({});
