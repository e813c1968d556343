import { type Fields, type Kept, readFields, readKept } from '@/app/(site)/forum/_parts/draft-rules';

/** Longest text kept in a browser; the limits of the fields are below it. */
const LOCAL_MAX = 200_000;
/** A request that may outlive its page carries at most 64 KB. */
const KEEPALIVE_MAX = 60_000;

export type Saved = { ok: true; seq: number } | { ok: false; newer: { seq: number; fields: Fields } | null };

/** Where drafts lie in this browser: for all its tabs, or for one tab that has yet to decide between two texts. */
export function draftStorageKey(key: string): string {
  return `porchlight-draft:${key}`;
}

export function readLocal(key: string, storage: 'localStorage' | 'sessionStorage'): Kept | null {
  try {
    return readKept(window[storage].getItem(draftStorageKey(key)));
  } catch {
    // A browser that keeps nothing.
    return null;
  }
}

export function writeLocal(
  key: string,
  storage: 'localStorage' | 'sessionStorage',
  draft: Kept | null,
): void {
  try {
    const text = draft && JSON.stringify(draft);
    if (!text) window[storage].removeItem(draftStorageKey(key));
    else if (text.length <= LOCAL_MAX) window[storage].setItem(draftStorageKey(key), text);
  } catch {
    // Storage is full or forbidden; the text is still in the form.
  }
}

function addressOf(key: string): string {
  return `/api/drafts/${encodeURIComponent(key)}`;
}

/** The site's draft, null for none. Throws where the site cannot be asked. */
export async function fetchDraft(key: string): Promise<Kept | null> {
  const response = await fetch(addressOf(key), { headers: { accept: 'application/json' } });
  if (response.status === 204) return null;
  if (!response.ok) throw new Error(`drafts: ${response.status}`);
  return withBase(await response.json());
}

/** Saves at the site. `isLeaving`: the page may be gone before the answer. */
export async function putDraft(
  key: string,
  { seq, fields, base }: Kept,
  { isLeaving, signal }: { isLeaving: boolean; signal: AbortSignal },
): Promise<Saved> {
  const body = JSON.stringify({ seq, fields: { ...fields, base } });
  const response = await fetch(addressOf(key), {
    method: 'PUT',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body,
    keepalive: isLeaving && body.length < KEEPALIVE_MAX,
    signal,
  });
  const answer: unknown = await response.json();
  if (response.ok) {
    const next: unknown = typeof answer === 'object' && answer ? Reflect.get(answer, 'seq') : undefined;
    return { ok: true, seq: typeof next === 'number' ? next : seq + 1 };
  }
  return { ok: false, newer: response.status === 409 ? withBase(answer) : null };
}

/** Forgets the draft at the site; nothing waits for it. */
export function deleteDraft(key: string): void {
  fetch(addressOf(key), { method: 'DELETE', keepalive: true }).catch(() => {
    // It runs out by itself.
  });
}

function withBase(answer: unknown): Kept | null {
  if (typeof answer !== 'object' || answer === null) return null;
  const seq: unknown = Reflect.get(answer, 'seq');
  const { base = '', ...fields } = readFields(Reflect.get(answer, 'fields')) ?? {};
  return typeof seq === 'number' ? { seq, fields, base } : null;
}
