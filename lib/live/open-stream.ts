import { type Listener, liveHub } from '@/lib/live/hub';

/** So many messages wait for a slow reader; then it is let go, and comes back when it can. */
const WAITING_AT_MOST = 16;
/** Milliseconds after which a browser tries again. */
const AGAIN_AFTER = 5000;

/** Server-sent events of one thread: ids and numbers of new replies, nothing else.
 * @param signal of the request: it is let go when the browser is gone
 * @returns null when too many are listening */
export function openStream(
  whom: Pick<Listener, 'threadId' | 'actorId' | 'address' | 'after'>,
  signal: AbortSignal,
): ReadableStream<Uint8Array> | null {
  const encoder = new TextEncoder();
  let leave: (() => void) | null = null;
  let isOpen = true;
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  const close = () => {
    if (!isOpen) return;
    isOpen = false;
    leave?.();
    signal.removeEventListener('abort', close);
    try {
      controller?.close();
    } catch {
      // The reader has gone already.
    }
  };
  const say = (text: string) => {
    if (!isOpen || !controller) return;
    if ((controller.desiredSize ?? 0) <= 0) return close();
    controller.enqueue(encoder.encode(text));
  };
  const stream = new ReadableStream<Uint8Array>(
    {
      start: (given) => {
        controller = given;
      },
      cancel: close,
    },
    new CountQueuingStrategy({ highWaterMark: WAITING_AT_MOST }),
  );
  leave = liveHub().listen({
    ...whom,
    tell: (replies) => {
      say(`id: ${replies.at(-1)?.number}\ndata: ${JSON.stringify({ replies })}\n\n`);
    },
    beat: () => say(': still here\n\n'),
    end: (isOver) => {
      if (isOver) say('event: over\ndata: {}\n\n');
      close();
    },
  });
  if (!leave) return null;
  signal.addEventListener('abort', close);
  say(`retry: ${AGAIN_AFTER}\n\n`);
  if (signal.aborted) close();
  return stream;
}
