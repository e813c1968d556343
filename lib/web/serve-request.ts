import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { config } from '@/lib/config';
import { countStatements } from '@/lib/db/count-statements';
import { DoorProblem, messageOf } from '@/lib/errors';
import { log } from '@/lib/log';
import { barePage } from '@/lib/web/bare-page';
import { clientAddress } from '@/lib/web/client-address';
import { isFile, isFileDoor, mostBytes, tooLargeFor } from '@/lib/web/file-doors';
import { type FramedBy, isWidgetPage, WIDGET_SCRIPT_PATH, widgetHosts } from '@/lib/web/framing';
import { isFromThisMachine } from '@/lib/web/loopback';
import { isSameOrigin } from '@/lib/web/origin';
import { addressKey } from '@/lib/web/rate-limit';
import { BODY_MAX } from '@/lib/web/read-body';
import { isModestForm, letFinish, receiveBody, takeSlot, withBody } from '@/lib/web/receive-body';
import { inExchange } from '@/lib/web/response-status';
import { contentSecurityPolicy, FILE_POLICY, securityHeaders } from '@/lib/web/security-headers';

type NextHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Headers that steer Next from the inside, or that we set ourselves: a client's are dropped (reference: CVE-2025-29927). */
const NEVER_FROM_CLIENTS = /^(x-middleware-|x-porchlight-|next-resume|x-invoke-|x-nextjs-)/;
/** In development the browser waits for React's debug channel, which Next finds by these; without them no form answers. */
const NEEDED_IN_DEVELOPMENT = new Set(['x-nextjs-request-id', 'x-nextjs-html-request-id']);
const FORWARDED = ['x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'forwarded'];
/** A body that is not all there after this long is given up; one with files has longer (receive-body.ts). */
const BODY_MS = 60_000;
/** The links of mails that stop them: one address to look at (GET) and to press (POST, RFC 8058). */
const STOP_LINK = /^\/stop\/[^/]+$/;
const KNOWN_METHODS = new Set(['GET', 'HEAD', 'OPTIONS', 'POST', 'PATCH', 'PUT', 'DELETE']);

type Exchange = {
  status?: number;
  retryAfterSeconds?: number;
  entered?: boolean;
  statements: number;
  isOwn: boolean;
  path: string;
};

/** What every request passes before Next sees it: address, clean headers, size, same origin, security headers, nonce. */
export function serveRequest(request: IncomingMessage, response: ServerResponse, handle: NextHandler): void {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  if (!isWidgetPage(path)) {
    serve(request, response, handle, path, null);
    return;
  }
  // Whoever frames such a page must never get hold of what somebody signed in could do: it is nobody who asks.
  delete request.headers.cookie;
  delete request.headers.authorization;
  void widgetHosts().then((hosts) => serve(request, response, handle, path, hosts));
}

function serve(
  request: IncomingMessage,
  response: ServerResponse,
  handle: NextHandler,
  path: string,
  framedBy: FramedBy,
): void {
  const address = clientAddress(request, config().trustProxy);
  const isOwn = isFromThisMachine(headersOf(request, address));
  for (const name of Object.keys(request.headers)) {
    if (!config().production && NEEDED_IN_DEVELOPMENT.has(name)) continue;
    if (NEVER_FROM_CLIENTS.test(name)) delete request.headers[name];
  }
  for (const name of FORWARDED) delete request.headers[name];
  request.headers['x-porchlight-address'] = address;

  const nonce = randomBytes(16).toString('base64');
  const policy = contentSecurityPolicy(nonce, config().production, framedBy);
  // Next reads the nonce for its own scripts from the request's policy; the browser gets the same one.
  request.headers['content-security-policy'] = policy;
  request.headers['x-porchlight-nonce'] = nonce;
  const safety = securityHeaders(config().siteUrl, { framedBy, isShared: path === WIDGET_SCRIPT_PATH });
  for (const [name, value] of Object.entries(safety)) response.setHeader(name, value);
  response.setHeader('Content-Security-Policy', isFile(path) ? FILE_POLICY : policy);

  const refusal = refuse(request, path);
  if (refusal) {
    answer(request, response, refusal.status, refusal.words, path);
    letFinish(request);
    return;
  }

  // An address with a page takes no other handler: a press on a stop link goes to its own.
  if (request.method === 'POST' && STOP_LINK.test(path)) request.url = `/api${path}`;

  const exchange: Exchange = { statements: 0, isOwn, path };
  const isForm = request.method === 'POST' && !path.startsWith('/api/');
  chooseStatus(response, exchange, path, isForm);
  const begin = async () => handle(await completed(request, response, path), response);
  inExchange(exchange, () => countStatements(exchange, begin)).catch((error: unknown) => {
    if (error instanceof DoorProblem && !response.headersSent) {
      answer(request, response, error.status, error.message, path);
      letFinish(request);
      return;
    }
    log.error('request.failed', { path, error: messageOf(error) });
    if (!response.headersSent)
      answer(request, response, 500, 'Something went wrong on our side. Please try again.', path);
    else response.end();
  });
}

/** Bodies with files, and forms that do not say how long they are, are read before Next begins with them: there one that
 * stands still or breaks off costs nothing, and no form grows beyond its limit. */
async function completed(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<IncomingMessage> {
  const { method = 'GET', headers } = request;
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return request;
  const isForm = !isApi(path);
  const isLong =
    headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > BODY_MAX;
  if (!isFileDoor(path) ? !(isForm && isLong) : isForm && !isLong) {
    const late = setTimeout(() => request.complete || request.socket.destroy(), BODY_MS);
    response.once('close', () => clearTimeout(late));
    return request;
  }
  const release = takeSlot(addressKey(String(headers['x-porchlight-address'])));
  if (!release) throw new DoorProblem(503, 'busy', BUSY);
  response.once('close', release);
  const body = await receiveBody(request, mostBytes(path)).catch((error: unknown) => {
    const isTooLarge = error instanceof DoorProblem && error.status === 413;
    throw isTooLarge ? new DoorProblem(413, 'too-large', tooLargeFor(path)) : error;
  });
  if (isForm && !isModestForm(body, headers['content-type']))
    throw new DoorProblem(413, 'too-large', tooLargeFor(path));
  return withBody(request, body);
}

const BUSY = 'Many files are arriving at this moment. Please try again in a few seconds; nothing is lost.';

function refuse(request: IncomingMessage, path: string): { status: number; words: string } | null {
  const method = request.method ?? 'GET';
  if (!KNOWN_METHODS.has(method)) return { status: 405, words: 'This method is not used here.' };
  if (!request.url?.startsWith('/') || request.url.startsWith('//'))
    return { status: 400, words: 'This is not an address of this site.' };
  // A NUL stands for nothing in any address, and PostgreSQL cannot look for it.
  if (hasBrokenEscapes(path) || request.url.includes('%00'))
    return { status: 400, words: 'This is not an address of this site.' };
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return null;
  // In a frame nothing can be written, so no click there can be stolen.
  if (isWidgetPage(path)) return { status: 405, words: 'The help panel only reads.' };
  const length = Number(request.headers['content-length'] ?? 0);
  if (length > mostBytes(path)) return { status: 413, words: tooLargeFor(path) };
  if (!isSameOrigin(request, path)) {
    return {
      status: 403,
      words: isApi(path)
        ? 'This request came from another site, so it was not carried out. Send a token instead of the cookie: Authorization: Bearer …'
        : 'This request came from another site, so it was not carried out. Open the page here and try again.',
    };
  }
  return null;
}

/** What tells a request of this machine from one that was passed on by a proxy. */
function headersOf(request: IncomingMessage, address: string): Headers {
  const told = new Headers({ 'x-porchlight-address': address });
  for (const name of ['via', 'x-real-ip', 'forwarded', 'x-forwarded-for']) {
    const value = request.headers[name];
    if (value !== undefined) told.set(name, String(value));
  }
  return told;
}

/** Programs read other words than people at a form. */
function isApi(path: string): boolean {
  return path.startsWith('/api/');
}

function hasBrokenEscapes(path: string): boolean {
  try {
    return decodeURIComponent(path).includes('\0');
  } catch {
    return true;
  }
}

/** Personal pages are never kept by others, and a door inside the request may set the status. Next answers 500 to a form
 * it cannot read (a cut-off body, fields of another build, a crafted one): such a form reached no door, and is a 400. */
function chooseStatus(response: ServerResponse, exchange: Exchange, path: string, isForm: boolean): void {
  const writeHead = response.writeHead;
  const isAsset = path.startsWith('/_next/static/');
  const apply = () => {
    if (isForm && !exchange.entered && response.statusCode === 500) response.statusCode = 400;
    if (exchange.status && response.statusCode === 200) response.statusCode = exchange.status;
    if (exchange.retryAfterSeconds) response.setHeader('Retry-After', String(exchange.retryAfterSeconds));
    // Whoever sits at this machine may know what the page asked of the database; a journey holds lists to their limit.
    if (exchange.isOwn) response.setHeader('Server-Timing', `statements;desc="${exchange.statements}"`);
    const cache = String(response.getHeader('Cache-Control') ?? '');
    if (isAsset || /public|no-transform/.test(cache)) return;
    response.setHeader('Cache-Control', 'private, no-store');
    // Pages speak the language of who asks (lib/web/language.ts).
    response.appendHeader('Vary', 'Accept-Language, Cookie');
  };
  response.writeHead = function (this: ServerResponse, ...args: Parameters<typeof writeHead>) {
    if (args[0] === 200 && exchange.status) args[0] = exchange.status;
    if (isForm && !exchange.entered && args[0] === 500) args[0] = 400;
    apply();
    return writeHead.apply(this, args);
  } as typeof writeHead;
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  words: string,
  path: string,
): void {
  if (isApi(path)) {
    const body = {
      type: 'about:blank',
      title: words,
      status,
      detail: words,
      code: CODES[status] ?? 'refused',
    };
    response.writeHead(status, { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' });
    response.end(JSON.stringify(body));
    return;
  }
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    Vary: 'Accept-Language, Cookie',
  });
  response.end(barePage(status, words, request.headers));
}

const CODES: Record<number, string> = {
  400: 'address-invalid',
  403: 'cross-site',
  405: 'method-unknown',
  408: 'too-slow',
  413: 'too-large',
  500: 'internal',
  503: 'busy',
};
