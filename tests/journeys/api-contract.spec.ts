import { client } from '@/tests/journeys/contract';
import { walkCuration, walkSolutions, walkThreads } from '@/tests/journeys/contract-forum';
import { walkArticles, walkDigests, walkFiles, walkOrders, walkSearch } from '@/tests/journeys/contract-shop';
import { expect, test } from '@/tests/journeys/stage';
import { faultsOf, type OpenApi } from '@/tests/support/openapi';

test.describe.configure({ timeout: 180_000 });

test('the OpenAPI document is sound', async ({ stage }) => {
  const answer = await stage.ask('/api/v1/openapi.json');
  expect(answer.status).toBe(200);
  expect(answer.headers['content-type']).toContain('application/json');
  const document = JSON.parse(answer.text) as OpenApi;
  expect(faultsOf(document)).toEqual([]);
  expect(document.servers?.[0]?.url).toBe(`${stage.url}/api/v1`);
  expect(document.components.securitySchemes).toMatchObject({ token: { type: 'http', scheme: 'bearer' } });
});

test('every operation does what product.md says and answers as documented', async ({ stage }) => {
  const { call, operations, worked } = await client(stage);
  await test.step('articles', () => walkArticles(stage, call));
  await test.step('threads, replies, answers, votes', () => walkThreads(stage, call));
  await test.step('the same problem, merged, split, moved', () => walkCuration(stage, call));
  await test.step('solved, doubted, outdated, open again; taken back', () => walkSolutions(stage, call));
  await test.step('files', () => walkFiles(stage, call));
  await test.step('search', () => walkSearch(stage, call));
  await test.step('digests', () => walkDigests(stage, call));
  await test.step('orders and refunds', () => walkOrders(stage, call));

  // A new operation needs a walk of its own above.
  expect(operations.map((one) => one.name).filter((name) => !worked.has(name))).toEqual([]);
});
