import { MINUTE, now, SECOND } from '@/lib/clock';
import { processWide } from '@/lib/db/process-wide';
import { messageOf } from '@/lib/errors';
import { lastNumbers, type NewReply, repliesBeyond } from '@/lib/live/queries';
import { onThreadMoved } from '@/lib/live/wake';
import { log } from '@/lib/log';
import { onStop } from '@/lib/web/lifecycle';

/** What other processes commit is seen this late at most. */
const LOOK_EVERY = 2 * SECOND;
/** Proxies close connections on which nothing is said for a minute. */
const BEAT_EVERY = 25 * SECOND;
/** A page that is open for longer is not being read; the browser opens a new one when it is looked at again. */
const OPEN_AT_MOST = 30 * MINUTE;
/** A household, or an office behind one address, with a few pages each. */
export const PER_ADDRESS = 20;
/** Each takes a socket and some memory; `npm run bench -- live` says how much. */
export const IN_ALL = 2000;

export type Listener = {
  threadId: string;
  /** Who is told, so that nobody is told of their own replies; null for a visitor. */
  actorId: string | null;
  /** The key of the address, for the limit. */
  address: string;
  /** The number of the last reply this page has. */
  after: number;
  tell: (replies: readonly Pick<NewReply, 'id' | 'number'>[]) => void;
  beat: () => void;
  /** @param isOver whether the browser need not come back */
  end: (isOver: boolean) => void;
};

type Held = Listener & { since: number };
type Place = { known: number; listeners: Set<Held> };

/** Everybody of this process who has a thread open, and the one look at the database for all of them. */
export class LiveHub {
  readonly #places = new Map<string, Place>();
  readonly #perAddress = new Map<string, number>();
  readonly #moved = new Set<string>();
  #listeners = 0;
  #looking = false;
  #look: NodeJS.Timeout | null = null;
  #beat: NodeJS.Timeout | null = null;

  get size(): number {
    return this.#listeners;
  }

  /** @returns a function that lets go, or null when there are too many already */
  listen(listener: Listener): (() => void) | null {
    const mine = this.#perAddress.get(listener.address) ?? 0;
    if (this.#listeners >= IN_ALL || mine >= PER_ADDRESS) return null;
    const held: Held = { ...listener, since: now().getTime() };
    const place = this.#places.get(held.threadId) ?? { known: held.after, listeners: new Set<Held>() };
    // What was written between the page and now is told, too.
    place.known = Math.min(place.known, held.after);
    place.listeners.add(held);
    this.#places.set(held.threadId, place);
    this.#perAddress.set(held.address, mine + 1);
    this.#listeners += 1;
    this.#keepTime();
    this.moved(held.threadId);
    return () => this.#leave(held);
  }

  /** Something was committed to this thread: it is looked at now. Several at once are one look. */
  moved(threadId: string): void {
    if (!this.#places.has(threadId)) return;
    if (this.#moved.size === 0) setImmediate(() => void this.#lookAt([...this.#takeMoved()]));
    this.#moved.add(threadId);
  }

  endAll(): void {
    for (const { listeners } of [...this.#places.values()])
      for (const held of [...listeners]) held.end(false);
  }

  #takeMoved(): string[] {
    const moved = [...this.#moved];
    this.#moved.clear();
    return moved;
  }

  #leave(held: Held): void {
    const place = this.#places.get(held.threadId);
    if (!place?.listeners.delete(held)) return;
    if (place.listeners.size === 0) this.#places.delete(held.threadId);
    const left = (this.#perAddress.get(held.address) ?? 1) - 1;
    if (left > 0) this.#perAddress.set(held.address, left);
    else this.#perAddress.delete(held.address);
    this.#listeners -= 1;
    if (this.#listeners === 0) this.#rest();
  }

  /** The clock runs only while somebody listens. */
  #keepTime(): void {
    this.#look ??= setInterval(() => void this.#lookAt([...this.#places.keys()]), LOOK_EVERY).unref();
    this.#beat ??= setInterval(() => this.#beatAll(), BEAT_EVERY).unref();
  }

  #rest(): void {
    if (this.#look) clearInterval(this.#look);
    if (this.#beat) clearInterval(this.#beat);
    this.#look = null;
    this.#beat = null;
  }

  #beatAll(): void {
    const oldest = now().getTime() - OPEN_AT_MOST;
    for (const { listeners } of [...this.#places.values()]) {
      for (const held of [...listeners]) {
        if (held.since < oldest) held.end(true);
        else held.beat();
      }
    }
  }

  /** One look at a time: a slow database is not asked again before it has answered; what moved meanwhile is seen next. */
  async #lookAt(threadIds: string[]): Promise<void> {
    if (threadIds.length === 0) return;
    if (this.#looking) {
      for (const id of threadIds) this.#moved.add(id);
      return;
    }
    this.#looking = true;
    try {
      await this.#tellOf(threadIds);
    } catch (error) {
      log.warn('live.look-failed', { error: messageOf(error) });
    } finally {
      this.#looking = false;
    }
    await this.#lookAt(this.#takeMoved());
  }

  async #tellOf(threadIds: string[]): Promise<void> {
    const last = await lastNumbers(threadIds);
    const risen = new Map<string, number>();
    for (const id of threadIds) {
      const place = this.#places.get(id);
      const number = last.get(id);
      if (!place) continue;
      if (number === undefined) for (const held of [...place.listeners]) held.end(true);
      else if (number > place.known) risen.set(id, place.known);
    }
    if (risen.size === 0) return;
    const replies = await repliesBeyond(risen);
    for (const id of risen.keys()) {
      const place = this.#places.get(id);
      if (!place) continue;
      const news = replies.filter((reply) => reply.threadId === id);
      place.known = Math.max(last.get(id) ?? 0, ...news.map(({ number }) => number));
      for (const held of [...place.listeners]) tellOne(held, news, place.known);
    }
  }
}

function tellOne(held: Held, news: readonly NewReply[], known: number): void {
  const theirs = news.filter((reply) => reply.number > held.after && reply.authorId !== held.actorId);
  held.after = Math.max(held.after, known);
  if (theirs.length > 0) held.tell(theirs.map(({ id, number }) => ({ id, number })));
}

/** The hub of this process. */
export function liveHub(): LiveHub {
  return processWide('live-hub', () => {
    const hub = new LiveHub();
    onThreadMoved((threadId) => hub.moved(threadId));
    onStop(async () => hub.endAll());
    return hub;
  });
}
