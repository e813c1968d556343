import { IncomingMessage } from 'node:http';
import { DoorProblem } from '@/lib/errors';
import { PARTS_MAX, readMultipart } from '@/lib/web/multipart';
import { BODY_MAX } from '@/lib/web/read-body';

/** Bodies with files held at once: 80 MB, a few times that while they are read. */
const SLOTS = 8;
/** Of one address, so that nobody keeps all of them. */
const SLOTS_PER_ADDRESS = 3;
/** A body that stands still for so long was given up. */
export const IDLE_MS = 30_000;
/** A phone on a bad line sends 10 MB in this time; whoever is slower is not sending a photo. */
const WHOLE_MS = 240_000;

const taken = new Map<string, number>();
let held = 0;

/** Takes one of the places for large bodies.
 * @returns how to give it back, or null when there is none */
export function takeSlot(address: string): (() => void) | null {
  const mine = taken.get(address) ?? 0;
  if (held >= SLOTS || mine >= SLOTS_PER_ADDRESS) return null;
  held += 1;
  taken.set(address, mine + 1);
  let isOpen = true;
  return () => {
    if (!isOpen) return;
    isOpen = false;
    held -= 1;
    const left = (taken.get(address) ?? 1) - 1;
    if (left > 0) taken.set(address, left);
    else taken.delete(address);
  };
}

/** Reads a body before anything else sees it, never more than `maxBytes`, whatever its headers say.
 * @throws DoorProblem 413 when it is larger, 408 when it stands still, 400 when it breaks off */
export function receiveBody(
  request: IncomingMessage,
  maxBytes: number,
  { idleMs = IDLE_MS, wholeMs = WHOLE_MS } = {},
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const stop = (problem: DoorProblem) => {
      settle();
      request.pause();
      reject(problem);
    };
    const tooSlow = () =>
      stop(new DoorProblem(408, 'too-slow', 'The file did not arrive. Please try again on a better line.'));
    const settle = () => {
      clearTimeout(idle);
      clearTimeout(whole);
      for (const [name, listener] of Object.entries(listeners)) request.off(name, listener);
    };
    const listeners = {
      data: (chunk: Buffer) => {
        idle.refresh();
        size += chunk.length;
        chunks.push(chunk);
        if (size > maxBytes) stop(new DoorProblem(413, 'too-large', 'The body is too large.'));
      },
      end: () => {
        settle();
        resolve(Buffer.concat(chunks));
      },
      error: () => stop(new DoorProblem(400, 'cut-off', 'The body broke off.')),
      close: () => stop(new DoorProblem(400, 'cut-off', 'The body broke off.')),
    };
    const idle = setTimeout(tooSlow, idleMs);
    const whole = setTimeout(tooSlow, wholeMs);
    for (const [name, listener] of Object.entries(listeners)) request.on(name, listener);
  });
}

/** After an answer that did not wait for the body: a connection closed under a browser that still sends shows it a broken
 * connection instead of the reason. What arrives is thrown away until it ends, or for the times that nginx allows
 * (lingering_timeout and lingering_time: https://nginx.org/en/docs/http/ngx_http_core_module.html#lingering_close). */
export function letFinish(request: IncomingMessage, { idleMs = 5000, wholeMs = 30_000 } = {}): void {
  if (request.complete) return;
  const giveUp = () => request.socket.destroy();
  const idle = setTimeout(giveUp, idleMs);
  const whole = setTimeout(giveUp, wholeMs);
  request.on('data', () => idle.refresh());
  request.once('close', () => {
    clearTimeout(idle);
    clearTimeout(whole);
  });
  request.resume();
}

/** A form with files is taken by Next only with so few fields, and so little text, as forms without files may have: reading
 * a form costs the square of its fields. */
export function isModestForm(body: Buffer, contentType: string | undefined): boolean {
  if (body.length <= BODY_MAX) return true;
  try {
    const parts = readMultipart(body, contentType ?? null);
    const text = parts.filter((part) => part.fileName === null);
    return parts.length < PARTS_MAX && text.reduce((sum, part) => sum + part.bytes.length, 0) <= BODY_MAX;
  } catch {
    return false;
  }
}

/** The same request with its body read already, for whoever reads it next. */
export function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  const again = new IncomingMessage(request.socket);
  const { method, url, httpVersion, httpVersionMajor, httpVersionMinor, rawHeaders } = request;
  Object.assign(again, { method, url, httpVersion, httpVersionMajor, httpVersionMinor, rawHeaders });
  again.headers = { ...request.headers, 'content-length': String(body.length) };
  delete again.headers['transfer-encoding'];
  again.complete = true;
  again.push(body);
  again.push(null);
  return again;
}
