import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What may go wrong around making a refund. "after": the money has moved. */
export type Fault =
  | 'hang-after'
  | 'reset-after'
  | 'error500-after'
  | 'hang-before'
  | 'error500-before'
  | 'rate-limited'
  | 'in-use';

/** A payment provider at the other end of a real connection, whose books a test can read and turn. */
export type FakeProvider = {
  readonly name: 'stripe' | 'paypal';
  start(): Promise<void>;
  stop(): Promise<void>;
  /** The settings as they are, with nobody at this address any more. */
  startNowhere(base: string): void;
  /** A payment, with what goes wrong at its next refunds, in order. @returns its reference */
  addPayment(facts?: { amountMinor?: number; currency?: string; faults?: Fault[] }): string;
  /** Every refund of a payment in the books. */
  made(paymentRef: string): { id: string; amount: string; refundId: string | null }[];
  /** How often somebody asked to make one. */
  asks(paymentRef: string): number;
  /** Somebody clicks in the provider's own dashboard. @returns the refund's id */
  refundByHand(paymentRef: string, amountMinor: number): string;
  turnRefund(id: string, state: 'pending' | 'succeeded' | 'failed' | 'needs-buyer'): void;
  openDispute(paymentRef: string, kind?: 'dispute' | 'inquiry'): string;
  endDispute(id: string, outcome: 'won' | 'lost'): void;
  /** A signed message about something in the books. */
  message(about: { refund?: string; dispute?: string; type?: string }): {
    body: string;
    headers: Record<string, string>;
  };
};

export type Asked = {
  method: string;
  path: string;
  query: URLSearchParams;
  body: string;
  request: IncomingMessage;
};
export type Answer = { status: number; body: unknown; headers?: Record<string, string> } | 'hang' | 'reset';

/** An HTTP server on loopback that hands every request to `answer`.
 * @param delay how long what was done takes to be answered, in milliseconds */
export function providerServer(answer: (asked: Asked) => Answer, delay: () => number = () => 0) {
  let server: Server | null = null;
  return {
    async start(): Promise<string> {
      const made = createServer((request, response) => void respond(request, response, answer, delay));
      server = made;
      await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
      return `http://127.0.0.1:${(made.address() as AddressInfo).port}`;
    },
    async stop(): Promise<void> {
      server?.closeAllConnections();
      await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
    },
  };
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (asked: Asked) => Answer,
  delay: () => number,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const body = await text(request);
  const given = answer({
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    body,
    request,
  });
  const ms = delay();
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
  if (given === 'hang') return;
  if (given === 'reset') {
    request.socket.resetAndDestroy();
    return;
  }
  response.writeHead(given.status, { 'content-type': 'application/json', ...given.headers });
  response.end(JSON.stringify(given.body));
}
