import { describe, expect, test } from 'vitest';
import { WriterLock } from '@/lib/db/writer-lock';

const impatient = () => new Error('too long');

describe('the writer lock', () => {
  test('has one holder at a time, first come, first served', async () => {
    const lock = new WriterLock();
    const order: number[] = [];
    let holders = 0;
    const work = async (number: number) => {
      const release = await lock.acquire(1_000, impatient);
      holders += 1;
      expect(holders).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 2));
      order.push(number);
      holders -= 1;
      release();
    };
    await Promise.all([0, 1, 2, 3, 4].map(work));
    expect(order).toEqual([0, 1, 2, 3, 4]);
  });

  test('lets nobody in between when it is handed on', async () => {
    const lock = new WriterLock();
    const release = await lock.acquire(1_000, impatient);
    const order: string[] = [];
    const waiting = lock.acquire(1_000, impatient).then((next) => {
      order.push('waited');
      next();
    });
    release();
    const late = lock.acquire(1_000, impatient).then((next) => {
      order.push('came later');
      next();
    });
    await Promise.all([waiting, late]);
    expect(order).toEqual(['waited', 'came later']);
  });

  test('is given up by whoever waited too long, and goes to the next', async () => {
    const lock = new WriterLock();
    const release = await lock.acquire(1_000, impatient);
    const patient = lock.acquire(1_000, impatient);
    await expect(lock.acquire(10, impatient)).rejects.toThrow('too long');
    release();
    const next = await patient;
    next();
    next();
    await expect(lock.acquire(10, impatient)).resolves.toBeTypeOf('function');
  });
});
