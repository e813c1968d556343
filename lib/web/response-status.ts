import { AsyncLocalStorage } from 'node:async_hooks';

type Exchange = {
  status?: number;
  /** Seconds after which the same request makes sense again. */
  retryAfterSeconds?: number;
  /** Whether a form reached one of our doors. */
  entered?: boolean;
  /** The path of the page that was asked for, or whose form was sent. */
  path?: string;
};
const KEY = Symbol.for('porchlight.exchange');
// The server process opens the exchange, Next's bundle (another copy of this file) writes to it: they share the global.
const shared = globalThis as { [KEY]?: AsyncLocalStorage<Exchange> };
shared[KEY] ??= new AsyncLocalStorage<Exchange>();
const exchanges = shared[KEY];

/** Runs one request so that doors inside it may choose the status of the answer. */
export function inExchange<T>(exchange: Exchange, run: () => T): T {
  return exchanges.run(exchange, run);
}

/** Sets the HTTP status of the answer being made, and when to come again; server actions have no other way to say 422 or 429 on a page. */
export function setResponseStatus(status: number, retryAfterSeconds?: number): void {
  const exchange = exchanges.getStore();
  if (!exchange) return;
  exchange.status = status;
  exchange.retryAfterSeconds = retryAfterSeconds;
}

/** Notes that a form was read and reached its door; what goes wrong before that is the sender's. */
export function enterDoor(): void {
  const exchange = exchanges.getStore();
  if (exchange) exchange.entered = true;
}

/** The path of the request being answered; of a form, the page it stands on. */
export function requestPath(): string {
  return exchanges.getStore()?.path ?? '/';
}
