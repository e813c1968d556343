import { currentActor } from '@/lib/accounts/session';
import { dropDraft } from '@/lib/drafts/drop-draft';
import { readDraft } from '@/lib/drafts/queries';
import { personHolder } from '@/lib/drafts/rules';
import { saveDraft } from '@/lib/drafts/save-draft';
import { DraftKey, type Holder, SaveDraft } from '@/lib/drafts/schema';
import { DoorProblem } from '@/lib/errors';
import { problemResponse } from '@/lib/web/api-route';
import { browserHolder, markBrowser } from '@/lib/web/browser-holder';
import { countUse } from '@/lib/web/rate-limit';
import { readBody } from '@/lib/web/read-body';
import { visitorLimitKey } from '@/lib/web/visitor';

// Where a browser keeps what is being written in its forms. Only our own pages may write (lib/web/origin.ts).

type Props = { params: Promise<{ key: string }> };

const NO_STORE = { headers: { 'cache-control': 'private, no-store' } };

/** @returns the draft as `{ seq, fields, savedAt }`, or 204 when there is none */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  return answer(async () => {
    const { holder, key } = await enter(params);
    const draft = holder && (await readDraft(holder, key));
    return draft ? Response.json(draft, NO_STORE) : nothing();
  });
}

/** Saves `{ seq, fields }`; see `saveDraft`.
 * @returns `{ ok: true, seq }`, or with status 409 the newer draft as `{ ok: false, reason: 'older', seq, fields }` */
export async function PUT(request: Request, { params }: Props): Promise<Response> {
  return answer(async () => {
    const { holder: known, key } = await enter(params);
    const draft = read(key, await readBody(request));
    // Each new text of a visitor is up to 60,000 characters that nobody has signed for.
    const isFirst = !known || (known.startsWith('browser:') && !(await readDraft(known, key)));
    if (isFirst) await countUse('newDraft', await visitorLimitKey());
    const saved = await saveDraft(known ?? (await markBrowser()), draft);
    return Response.json(saved, { ...NO_STORE, status: saved.ok ? 200 : 409 });
  });
}

/** Forgets the draft. */
export async function DELETE(_request: Request, { params }: Props): Promise<Response> {
  return answer(async () => {
    const { holder, key } = await enter(params);
    if (holder) await dropDraft(holder, key);
    return nothing();
  });
}

async function enter(params: Props['params']): Promise<{ holder: Holder | null; key: string }> {
  const actor = await currentActor();
  await countUse('draft', actor?.id ?? (await visitorLimitKey()));
  const key = DraftKey.safeParse((await params).key);
  if (!key.success) throw new DoorProblem(404, 'not-found', 'This is not a form whose text is kept.');
  if (actor) return { holder: personHolder(actor.id), key: key.data };
  return { holder: await browserHolder(), key: key.data };
}

function read(key: string, body: string): SaveDraft {
  try {
    const sent: unknown = JSON.parse(body.replaceAll('\\u0000', ''));
    if (typeof sent === 'object') return SaveDraft.parse({ ...sent, key });
  } catch {
    // Told below.
  }
  throw new DoorProblem(422, 'input-invalid', 'This is not a draft, or it is too long to be kept.');
}

async function answer(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    return problemResponse(error);
  }
}

function nothing(): Response {
  return new Response(null, { status: 204, ...NO_STORE });
}
