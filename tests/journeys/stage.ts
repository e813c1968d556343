import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { test as base, expect } from '@playwright/test';
import { launch, makePlace, OWNER } from '@/tests/journeys/site';
import { type Answer, ask, type Question } from '@/tests/support/ask';

export { expect };

type Tokens = Record<'all' | 'read' | 'write' | 'moderate' | 'admin' | 'revoked', string>;
export type Performer = {
  id: string;
  name: string;
  email: string;
  role: string;
  cookie: string;
  tokens: Tokens;
};
export type Cast = Record<'owner' | 'helper' | 'ann' | 'bob' | 'suspended', Performer> & {
  crowd: Performer[];
};

/** A running site behind one trusted proxy (the tests play the proxy), with people of every role. */
export type Stage = {
  url: string;
  env: NodeJS.ProcessEnv;
  cast: Cast;
  ask: (path: string, question?: Question) => Promise<Answer>;
  /** Asks the HTTP API, below /api/v1. */
  api: (method: string, path: string, token?: string, body?: unknown, more?: Question) => Promise<ApiAnswer>;
  /** What the server has printed so far: its log. */
  log: () => string;
};

export type ApiAnswer = Answer & { json: Json };
/** The fields of answers that tests look at, whichever answer has them; the OpenAPI document says which does. */
export type Json = Record<
  | 'id'
  | 'slug'
  | 'title'
  | 'body'
  | 'html'
  | 'url'
  | 'state'
  | 'code'
  | 'threadId'
  | 'fromThreadId'
  | 'orderId'
  | 'publishedAt'
  | 'date'
  | 'markdown'
  | 'detail'
  | 'refundLink',
  string
> &
  Record<
    | 'status'
    | 'page'
    | 'perPage'
    | 'total'
    | 'voteCount'
    | 'meTooCount'
    | 'created'
    | 'skipped'
    | 'replyCount',
    number
  > & {
    amount: Money;
    hidden: boolean;
    locked: boolean;
    accepted: boolean;
    onReview: boolean;
    outdated: boolean;
    reported: boolean;
    acceptedReplyIds: string[];
    category: { slug: string; name: string };
    duplicateOf: { id: string; url: string; title: string } | null;
    replies: { items: Json[] };
    items: Json[];
    results: Json[];
    errors?: Record<string, string>;
  };
export type Money = { amountMinor: number; currency: string };

export const test = base.extend<object, { stage: Stage }>({
  stage: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the fixtures as a destructured object
    async ({}, use, workerInfo) => {
      const place = await makePlace(workerInfo.project.metadata.database === 'postgresql');
      const env = {
        ...place.env,
        OWNER_EMAIL: OWNER.email,
        OWNER_PASSWORD: OWNER.password,
        TRUST_PROXY: '1',
      };
      const server = launch(env);
      try {
        await server.ready(place.url);
        const cast = await castPeople(env);
        const askHere = (path: string, question?: Question) => ask(place.url, path, question);
        await use({
          url: place.url,
          env,
          cast,
          ask: askHere,
          log: () => server.output.text,
          api: async (method, path, token, body, more) => {
            const answer = await askHere(`/api/v1${path}`, { method, token, body, ...more });
            return { ...answer, json: parsed(answer.text) };
          },
        });
      } finally {
        await server.stop();
        await place.remove();
      }
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

async function castPeople(env: NodeJS.ProcessEnv): Promise<Cast> {
  const script = ['--import', 'tsx', 'tests/support/processes/cast-people.ts'];
  const { stdout } = await promisify(execFile)(process.execPath, script, { env, maxBuffer: 10_000_000 });
  return JSON.parse(stdout) as Cast;
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined as unknown as Json;
  }
}
