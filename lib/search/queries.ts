import { later, now, SECOND } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { DEFAULT_SEARCH_SETTINGS, type SearchKind, SearchSettings } from '@/lib/search/schema';

/** A hiding is dated before it is committed, and its job runs after: within this margin a text may be older than it. */
const HIDING_MARGIN_MS = -15_000;

/** The texts that snippets are cut from, by subject. A thread in which something was hidden since its text was read is
 * left out, so that no snippet shows what the forum does not. */
export async function snippetTexts(kind: SearchKind, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.searchDocument.findMany({
    where: { kind, subjectId: { in: [...ids] }, removed: false },
    select: { subjectId: true, body: true, at: true },
  });
  const texts = new Map(rows.map((row) => [row.subjectId, row.body]));
  if (kind === 'thread' && rows.length > 0) {
    const readAt = new Map(rows.map((row) => [row.subjectId, later(row.at, HIDING_MARGIN_MS)]));
    const oldest = new Date(Math.min(...[...readAt.values()].map((at) => at.getTime())));
    const hidden = await db.hiding.findMany({
      where: { at: { gte: oldest }, reply: { threadId: { in: [...readAt.keys()] } } },
      select: { at: true, reply: { select: { threadId: true } } },
    });
    for (const { at, reply } of hidden) {
      const since = reply && readAt.get(reply.threadId);
      if (reply && since && at >= since) texts.delete(reply.threadId);
    }
  }
  return texts;
}

/** Read at every search; a change in another process shows after this long. */
const FRESH_FOR = 2 * SECOND;
let cached: { at: number; settings: SearchSettings } | null = null;

/** What the owner set about search; defaults where nothing was chosen. */
export async function searchSettings(): Promise<SearchSettings> {
  if (cached && now().getTime() - cached.at < FRESH_FOR) return cached.settings;
  const row = await db.setting.findUnique({ where: { key: 'search' } });
  const stored: unknown = row ? JSON.parse(row.value) : {};
  const settings = { ...DEFAULT_SEARCH_SETTINGS, ...SearchSettings.partial().catch({}).parse(stored) };
  cached = { at: now().getTime(), settings };
  return settings;
}

/** Forgets the cached settings, after they changed in this process. */
export function forgetSearchSettings(): void {
  cached = null;
}
