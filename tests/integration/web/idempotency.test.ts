import { expect, it } from 'vitest';
import { later, MINUTE, now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { rememberAnswer } from '@/lib/web/idempotency';

const REQUEST = ['POST', '/api/v1/threads', '{"title":"Bulb"}'];

function answering(body: string, after?: Promise<unknown>) {
  return async () => {
    await after;
    return { status: 201, body, problem: false };
  };
}

it('gives a request sent twice at once the answer of the first', async () => {
  let finish = () => {};
  const slow = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const first = rememberAnswer('ana', 'twice', REQUEST, answering('first', slow));
  await expect.poll(() => db.idempotentAnswer.count({ where: { key: 'twice' } })).toBe(1);
  const second = rememberAnswer('ana', 'twice', REQUEST, answering('second'));
  await expect(
    rememberAnswer('ana', 'twice', [...REQUEST, 'other'], answering('other')),
  ).rejects.toMatchObject({ status: 409, code: 'idempotency-key-reused' });
  finish();
  expect((await first).body).toBe('first');
  expect((await second).body).toBe('first');
});

it('does the work again when the process of the first request died under it', async () => {
  const never = new Promise<never>(() => {});
  void rememberAnswer('ana', 'killed', REQUEST, answering('lost', never));
  await expect.poll(() => db.idempotentAnswer.count({ where: { key: 'killed' } })).toBe(1);
  await db.idempotentAnswer.updateMany({
    where: { key: 'killed' },
    data: { createdAt: later(now(), -3 * MINUTE) },
  });
  expect((await rememberAnswer('ana', 'killed', REQUEST, answering('again'))).body).toBe('again');
  expect((await rememberAnswer('ana', 'killed', REQUEST, answering('third'))).body).toBe('again');
});

it('lets the next request start afresh when the first was refused', async () => {
  const refused = rememberAnswer('ana', 'refused', REQUEST, async () => {
    throw new Error('not like this');
  });
  await expect(refused).rejects.toThrow('not like this');
  expect((await rememberAnswer('ana', 'refused', REQUEST, answering('now'))).body).toBe('now');
});
