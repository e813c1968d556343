import { expect, test } from 'vitest';
import { endpoints } from '@/lib/web/endpoints';
import { openApiDocument } from '@/lib/web/openapi';
import { unknownEndpoint } from '@/lib/web/unknown-endpoint';

type Operation = {
  operationId: string;
  responses: Record<string, unknown>;
  parameters: { name: string; in: string }[];
};
const document = openApiDocument(endpoints, 'A shop') as {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
};

test('every endpoint is in the document once, with its path parameters and problem answers', () => {
  expect(document.openapi).toBe('3.1.0');
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.values(methods).map((operation) => ({ path, operation })),
  );
  expect(operations).toHaveLength(endpoints.length);
  expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(endpoints.length);
  for (const { path, operation } of operations) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    const declared = operation.parameters.filter((one) => one.in === 'path').map((one) => one.name);
    expect(declared.sort(), path).toEqual(named.sort());
    expect(Object.keys(operation.responses), path).toContain('404');
  }
});

test('an unknown address is 404, a known one asked in another way 405, both as problem documents', async () => {
  const ask = (method: string, path: string) =>
    unknownEndpoint(endpoints, new Request(`http://localhost/api/v1${path}`, { method }));
  const missing = ask('GET', '/nothing/here');
  expect(missing.status).toBe(404);
  expect(missing.headers.get('content-type')).toBe('application/problem+json');
  const wrong = ask('DELETE', '/faq/some-slug');
  expect(wrong.status).toBe(405);
  expect(wrong.headers.get('allow')).toContain('PATCH');
});
