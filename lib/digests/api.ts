import { z } from 'zod';
import type { Actor } from '@/lib/accounts/schema';
import { config } from '@/lib/config';
import { digestDraft } from '@/lib/digests/desk-queries';
import { draftDigest } from '@/lib/digests/draft-digest';
import { editDigest } from '@/lib/digests/edit-digest';
import { publishDigest } from '@/lib/digests/publish-digest';
import { digestArchive, digestPage } from '@/lib/digests/queries';
import {
  DigestChange,
  DigestDate,
  type DraftReason,
  digestWords,
  type EditReason,
  type PublishReason,
} from '@/lib/digests/schema';
import { listOf, NoInput, NoParams, NoQuery, PageQuery, TimeShape } from '@/lib/web/api-shapes';
import { type ApiAnswer, endpoint } from '@/lib/web/endpoint';

const DateParams = z.object({ date: DigestDate });

const DigestShape = z.object({
  date: z.string(),
  title: z.string(),
  body: z.string().describe('Markdown'),
  html: z.string(),
  state: z.enum(['draft', 'published']),
  publishedAt: TimeShape.nullable(),
  updatedAt: TimeShape,
  url: z.string(),
});

const CardShape = z.object({
  date: z.string(),
  title: z.string(),
  excerpt: z.string(),
  publishedAt: TimeShape,
  url: z.string(),
});

type DigestBody = z.infer<typeof DigestShape>;

function urlOf(date: string): string {
  return `${config().siteUrl}/digests/${date}`;
}

const STATUS: Record<DraftReason | EditReason | PublishReason, 403 | 404 | 409 | 422> = {
  'not-allowed': 403,
  'not-found': 404,
  'not-yet': 422,
  'before-shop': 422,
  'changed-meanwhile': 409,
  'mentions-hidden': 409,
};

function refusal(reason: DraftReason | EditReason | PublishReason): ApiAnswer<never> {
  return { status: STATUS[reason], problem: reason, detail: digestWords[reason] };
}

/** A digest as this person may see it: the shop's people see drafts, everybody what is published. */
async function digestAnswer(
  date: string,
  actor: Actor | null,
  status: 200 | 201 = 200,
): Promise<ApiAnswer<DigestBody>> {
  const published = await digestPage(date, actor);
  // The desk's `updatedAt` is what an edit is based on.
  const found = (actor && (await digestDraft(date, actor))) ?? published;
  if (!found) return refusal('not-found');
  return {
    status,
    body: {
      date,
      title: found.title,
      // Programs carry a published digest elsewhere: to them, too, it says what readers may see.
      body: published?.body ?? found.body,
      html: found.html,
      state: found.publishedAt ? 'published' : 'draft',
      publishedAt: found.publishedAt?.toISOString() ?? null,
      updatedAt: found.updatedAt.toISOString(),
      url: urlOf(date),
    },
  };
}

export const listDigestsEndpoint = endpoint({
  method: 'GET',
  path: '/digests',
  summary: 'Published digests, the newest day first',
  scope: 'public',
  params: NoParams,
  query: PageQuery,
  input: NoInput,
  output: listOf(CardShape),
  run: async ({ query }) => {
    const list = await digestArchive(query.page, query.perPage);
    const items = list.items.map((item) => ({
      ...item,
      publishedAt: item.publishedAt.toISOString(),
      url: urlOf(item.date),
    }));
    return { status: 200, body: { ...list, items } };
  },
});

export const getDigestEndpoint = endpoint({
  method: 'GET',
  path: '/digests/{date}',
  summary: 'The digest of one day; drafts only for the owner and helpers',
  scope: 'public',
  params: DateParams,
  query: NoQuery,
  input: NoInput,
  output: DigestShape,
  run: ({ params, actor }) => digestAnswer(params.date, actor),
});

export const draftDigestEndpoint = endpoint({
  method: 'POST',
  path: '/digests/{date}/draft',
  summary: 'Draft the digest of a day from its threads; 200 with the draft that is there already',
  scope: 'moderate',
  params: DateParams,
  query: NoQuery,
  input: NoInput,
  output: DigestShape,
  run: async ({ params, actor }) => {
    if (!actor) return refusal('not-allowed');
    const result = await draftDigest({ date: params.date }, actor);
    if (!result.ok) return refusal(result.reason);
    return digestAnswer(params.date, actor, result.made ? 201 : 200);
  },
});

export const editDigestEndpoint = endpoint({
  method: 'PATCH',
  path: '/digests/{date}',
  summary: 'Change the words of a digest; what is left out stays',
  scope: 'moderate',
  params: DateParams,
  query: NoQuery,
  input: DigestChange,
  output: DigestShape,
  run: async ({ params, input, actor }) => {
    if (!actor) return refusal('not-allowed');
    const result = await editDigest(params.date, input, actor);
    return result.ok ? digestAnswer(params.date, actor) : refusal(result.reason);
  },
});

export const publishDigestEndpoint = endpoint({
  method: 'POST',
  path: '/digests/{date}/publish',
  summary: 'Publish the digest of a day, drafting it first when there is no draft; again answers 200 with it',
  scope: 'moderate',
  params: DateParams,
  query: NoQuery,
  input: DigestChange.optional(),
  output: DigestShape,
  run: async ({ params, input, actor }) => {
    if (!actor) return refusal('not-allowed');
    const result = await publishDigest(params.date, input ?? {}, actor);
    return result.ok ? digestAnswer(params.date, actor) : refusal(result.reason);
  },
});
