import type { z } from 'zod';
import type { Actor } from '@/lib/accounts/schema';
import { currentActor, tokenActor } from '@/lib/accounts/session';
import { isBusy } from '@/lib/db/transaction';
import { DoorProblem, messageOf } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { log } from '@/lib/log';
import type { ApiAnswer, Endpoint, Method, Scope } from '@/lib/web/endpoint';
import { rememberAnswer } from '@/lib/web/idempotency';
import { readMultipart } from '@/lib/web/multipart';
import { addressKey, countUse } from '@/lib/web/rate-limit';
import { BODY_MAX, readBody, readBytes } from '@/lib/web/read-body';
import { BUSY_SECONDS } from '@/lib/web/refusal-status';
import { fieldErrorsOf } from '@/lib/web/validate';

type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> };
type RouteHandler = (request: Request, context: RouteContext) => Promise<Response>;

/** Longest Idempotency-Key; the field's practice (Stripe) is 255. */
const IDEMPOTENCY_KEY_MAX = 255;

/** The methods of one address, as Next wants them exported: what its endpoints serve, and words for all others. Without
 * them Next answers by itself, with an empty body. */
export function apiRoute(...endpoints: readonly Endpoint[]) {
  return withOtherMethods(
    Object.fromEntries(endpoints.map((endpoint) => [endpoint.method, serve(endpoint)])),
  );
}

/** Handlers by method, with 405 for the methods that have none, and OPTIONS. HEAD is Next's: it asks GET. */
export function withOtherMethods<Handler>(handlers: { [name in Method]?: Handler }) {
  const methods = Object.keys(handlers);
  const refuse = (request: Request) => methodUnknown(request, methods);
  const allow = { allow: allowed(methods) };
  return {
    GET: handlers.GET ?? refuse,
    POST: handlers.POST ?? refuse,
    PUT: refuse,
    PATCH: handlers.PATCH ?? refuse,
    DELETE: handlers.DELETE ?? refuse,
    OPTIONS: () => new Response(null, { status: 204, headers: allow }),
  };
}

/** 405 for an address that is there, asked in a way that it does not know. */
export function methodUnknown(request: Request, methods: readonly string[]): Response {
  const words = `This address takes ${methods.join(', ')}, not ${request.method}.`;
  const response = problemResponse(new DoorProblem(405, 'method-unknown', words));
  response.headers.set('allow', allowed(methods));
  return response;
}

function allowed(methods: readonly string[]): string {
  return [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
}

/** Serves an endpoint: who → rate limit → parse → run → answer; errors as RFC 9457 problem documents. */
function serve<P extends z.ZodType, Q extends z.ZodType, I extends z.ZodType, O extends z.ZodType>(
  endpoint: Endpoint<P, Q, I, O>,
): RouteHandler {
  return async (request, context) => {
    try {
      const who = await whoAsks(request);
      await limit(endpoint, request, who);
      requireScope(endpoint.scope, who);
      const type = request.headers.get('content-type');
      const isFiles = endpoint.inputType === 'multipart/form-data';
      if (isFiles) requireType(endpoint, type);
      const body = isFiles ? await readBytes(request, endpoint.maxBytes ?? BODY_MAX) : null;
      const bytes = body ? body.toString('latin1') : await readBody(request, endpoint.maxBytes);
      if (bytes !== '') requireType(endpoint, type);
      const perform = async () => {
        const query = Object.fromEntries(new URL(request.url).searchParams);
        const answer = await endpoint.run({
          params: parse(endpoint.params, (await context.params) ?? {}, 400) as z.output<P>,
          query: parse(endpoint.query, query, 400) as z.output<Q>,
          input: parse(
            endpoint.input,
            body ? fieldsOf(body, type) : decode(endpoint, bytes),
            422,
          ) as z.output<I>,
          actor: who.actor,
          scopes: who.scopes,
        });
        return answerOf(answer);
      };
      const key = request.headers.get('idempotency-key');
      if (endpoint.method !== 'POST' || key === null || who.actor === null)
        return toResponse(await perform());
      if (key.length === 0 || key.length > IDEMPOTENCY_KEY_MAX) {
        throw new DoorProblem(
          400,
          'idempotency-key-invalid',
          `Idempotency-Key must have 1 to ${IDEMPOTENCY_KEY_MAX} characters.`,
        );
      }
      const { pathname, search } = new URL(request.url);
      return toResponse(
        await rememberAnswer(who.actor.id, key, [request.method, pathname + search, bytes], perform),
      );
    } catch (error) {
      return problemResponse(error);
    }
  };
}

type Asking = { actor: Actor | null; scopes: Scope[]; byToken: boolean };

async function whoAsks(request: Request): Promise<Asking> {
  const authorization = request.headers.get('authorization');
  if (authorization !== null) {
    const token = /^Bearer ([A-Za-z0-9_-]{20,200})$/i.exec(authorization)?.[1];
    const found = token ? await tokenActor(token) : null;
    if (!found)
      throw new DoorProblem(
        401,
        'token-invalid',
        'This token is unknown or was revoked. Make a new one in the desk.',
      );
    return { ...found, byToken: true };
  }
  const actor = await currentActor();
  const scopes: Scope[] = actor === null ? [] : scopesOfRole(actor);
  return { actor, scopes, byToken: false };
}

/** What a signed-in browser may do through the API: the same as on the pages. */
function scopesOfRole(actor: Actor): Scope[] {
  if (actor.role === 'owner') return ['read', 'write', 'moderate', 'admin'];
  if (actor.role === 'helper') return ['read', 'write', 'moderate'];
  return ['read', 'write'];
}

function requireScope(scope: Endpoint['scope'], who: Asking): void {
  if (scope === 'public') return;
  if (who.actor === null) {
    throw new DoorProblem(401, 'token-needed', 'Send a token: Authorization: Bearer …');
  }
  if (!who.scopes.includes(scope)) {
    throw new DoorProblem(
      403,
      'scope-missing',
      `This needs the scope "${scope}", which the token or person does not have.`,
    );
  }
}

async function limit(endpoint: Endpoint, request: Request, who: Asking): Promise<void> {
  const key = who.actor?.id ?? addressKey(request.headers.get('x-porchlight-address') ?? 'unknown');
  if (who.byToken && who.scopes.includes('admin')) return countUse('apiAdmin', key);
  await countUse(endpoint.method === 'GET' ? 'apiRead' : 'apiWrite', key);
}

/** JSON is sent as JSON, so that nothing a plain form of another site can send is ever read as it. Files of CSV come
 * under many names, because every system has its own. */
function requireType(endpoint: Endpoint, type: string | null): void {
  if (endpoint.inputType === 'multipart/form-data') {
    if (/^multipart\/form-data\s*;/i.test(type ?? '')) return;
    throw new DoorProblem(415, 'content-type-wrong', 'Send the file as multipart/form-data.');
  }
  if (endpoint.inputType === 'text/csv' || /^application\/(json|[\w.+-]+\+json)\s*(;|$)/i.test(type ?? ''))
    return;
  throw new DoorProblem(
    415,
    'content-type-wrong',
    'Send the body as JSON, with the header Content-Type: application/json.',
  );
}

/** The parts of a form by name; of several with one name the last. */
function fieldsOf(body: Buffer, type: string | null): Record<string, string | File> {
  return Object.fromEntries(
    readMultipart(body, type).map(({ name, fileName, bytes }) => [
      name,
      fileName === null
        ? bytes.toString('utf8').replaceAll('\0', '')
        : new File([new Uint8Array(bytes)], fileName),
    ]),
  );
}

function decode(endpoint: Endpoint, bytes: string): unknown {
  if (bytes === '') return undefined;
  if (endpoint.inputType === 'text/csv') return bytes.replaceAll('\0', '');
  try {
    // A NUL means nothing in any text, and PostgreSQL cannot keep it; the search spares every other body the reviver.
    return JSON.parse(bytes, bytes.includes('\\u0000') ? withoutNul : undefined);
  } catch {
    throw new DoorProblem(400, 'json-invalid', 'The body is not valid JSON.');
  }
}

function withoutNul(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '') : value;
}

function parse(schema: z.ZodType, value: unknown, status: number): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const errors = fieldErrorsOf(parsed.error);
  throw new DoorProblem(status, 'input-invalid', 'Some values are missing or wrong; see errors.', errors);
}

export type PlainAnswer = { status: number; body: string; problem: boolean };

function answerOf(answer: ApiAnswer<unknown>): PlainAnswer {
  if ('problem' in answer) {
    return {
      status: answer.status,
      problem: true,
      body: problemBody(answer.status, answer.problem, answer.detail, answer.fieldErrors),
    };
  }
  return { status: answer.status, problem: false, body: 'body' in answer ? JSON.stringify(answer.body) : '' };
}

const TITLES: Record<number, string> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  410: 'Gone',
  413: 'Too large',
  415: 'Wrong content type',
  422: 'Invalid input',
  429: 'Too many requests',
  500: 'Our mistake',
  503: 'Busy',
};

function problemBody(status: number, code: string, detail: string, errors?: Record<string, string>): string {
  return JSON.stringify({
    type: 'about:blank',
    title: TITLES[status] ?? 'Problem',
    status,
    detail,
    code,
    ...(errors && Object.keys(errors).length > 0 ? { errors } : {}),
  });
}

function toResponse(answer: PlainAnswer, headers: Record<string, string> = {}): Response {
  return new Response(answer.status === 204 ? null : answer.body, {
    status: answer.status,
    headers: {
      'content-type': answer.problem ? 'application/problem+json' : 'application/json',
      // Answers depend on who asks: nobody but the asker may keep them.
      'cache-control': 'private, no-store',
      ...headers,
    },
  });
}

/** Any thrown thing as a problem document; what is not a DoorProblem is logged and told with a number only. */
export function problemResponse(error: unknown): Response {
  if (error instanceof DoorProblem) {
    const retry: Record<string, string> = error.retryAfterSeconds
      ? { 'retry-after': String(error.retryAfterSeconds) }
      : {};
    const body = problemBody(error.status, error.code, error.message, error.fieldErrors);
    return toResponse({ status: error.status, problem: true, body }, retry);
  }
  if (isBusy(error)) {
    const words = 'The database is busy. Nothing was saved and nothing is lost; try again in a few seconds.';
    const body = problemBody(503, 'busy', words);
    return toResponse({ status: 503, problem: true, body }, { 'retry-after': String(BUSY_SECONDS) });
  }
  const incident = newId();
  log.error('api.failed', {
    incident,
    error: messageOf(error),
    stack: error instanceof Error ? error.stack : undefined,
  });
  const detail = `Something went wrong on our side (number ${incident}).`;
  return toResponse({ status: 500, problem: true, body: problemBody(500, 'internal', detail) });
}
