import { type ApiAnswer, expect, type Stage } from '@/tests/journeys/stage';
import type { Question } from '@/tests/support/ask';
import { departures, type OpenApi, type Operation, operationsOf } from '@/tests/support/openapi';

const UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
/** A day whose digest no timetable drafts meanwhile. */
export const DAY = new Date(Date.now() - 5 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

async function documentOf(stage: Stage): Promise<OpenApi> {
  const { text } = await stage.ask('/api/v1/openapi.json');
  return JSON.parse(text) as OpenApi;
}

/** Calls operations by their name and holds every answer against the document; remembers which were seen to work. */
export async function client(stage: Stage) {
  const operations = operationsOf(await documentOf(stage));
  const worked = new Set<string>();
  const call = async (
    name: string,
    question: {
      as?: string;
      params?: Record<string, string>;
      query?: string;
      body?: unknown;
    } & Question = {},
  ): Promise<ApiAnswer> => {
    const operation = operations.find((one) => one.name === name);
    expect(operation, `${name} is not in the document`).toBeTruthy();
    const { as, params = {}, query = '', body, ...more } = question;
    const path = (operation as Operation).path.replace(/\{(\w+)\}/g, (_, key: string) =>
      encodeURIComponent(params[key] ?? 'missing'),
    );
    const answer = await stage.api((operation as Operation).method, path + query, as, body, more);
    expectToFit(operation as Operation, answer);
    if (answer.status < 300) worked.add(name);
    return answer;
  };
  return { operations, worked, call };
}

function expectToFit(operation: Operation, answer: ApiAnswer): void {
  const told = `${operation.name} ${answer.status} ${answer.text.slice(0, 400)}`;
  expect(Object.keys(operation.answers), told).toContain(String(answer.status));
  const documented = operation.answers[answer.status];
  if (!documented) {
    expect(answer.text, told).toBe('');
    return;
  }
  expect(answer.headers['content-type'], told).toContain(documented.type);
  expect(departures(documented.schema, answer.json), told).toEqual([]);
  expect(answer.headers['cache-control'], told).toContain('no-store');
  if (answer.status >= 400) {
    expect(answer.json.status, told).toBe(answer.status);
    expect(answer.json.code, told).toMatch(/^[a-z][a-z0-9-]+$/);
  }
  expectShapes(answer.json, told);
}

/** Ids are strings, times are ISO 8601 in UTC, money is an amount with its currency: everywhere, at any depth. */
function expectShapes(node: unknown, told: string): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (/(^id|Id)$/.test(key) && value !== null) expect(typeof value, `${key} in ${told}`).toBe('string');
    if (/(At|^at)$/.test(key) && value !== null) expect(value, `${key} in ${told}`).toMatch(UTC);
    if (/^(amount|total|captured|unit)$/.test(key) && typeof value === 'object' && value !== null) {
      expect(Object.keys(value).sort(), `${key} in ${told}`).toEqual(['amountMinor', 'currency']);
    }
    expectShapes(value, told);
  }
}

let orders = 0;
export function anOrder(email: string, more: object = {}) {
  orders += 1;
  return {
    externalId: `contract-${orders}`,
    number: `C-${1000 + orders}`,
    email,
    currency: 'EUR',
    totalMinor: 2400,
    items: [{ name: 'A lamp', quantity: 2, unitMinor: 1200 }],
    paidAt: new Date().toISOString(),
    ...more,
  };
}

export function aQuestion(words: string) {
  return { title: `A question about ${words}`, body: `Words about ${words}.`, category: 'general' };
}

export type Contract = Awaited<ReturnType<typeof client>>;
