import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { meaningOf } from '@/app/_ui/choose-option';
import { newestAnswer } from '@/app/_ui/newest-answer';

describe('keys in the search box', () => {
  const press = (key: string, list: { isShown?: boolean; chosen?: number } = {}, more = {}) =>
    meaningOf(
      { key, altKey: false, isComposing: false, ...more },
      { isShown: true, count: 3, chosen: -1, ...list },
    );

  test('arrows go round through the options and the text itself', () => {
    expect(press('ArrowDown')).toEqual({ does: 'choose', place: 0 });
    expect(press('ArrowDown', { chosen: 2 })).toEqual({ does: 'choose', place: -1 });
    expect(press('ArrowUp')).toEqual({ does: 'choose', place: 2 });
    expect(press('ArrowUp', { chosen: 0 })).toEqual({ does: 'choose', place: -1 });
  });

  test('an arrow opens a closed list and chooses nothing yet; Alt and an arrow open and close', () => {
    expect(press('ArrowDown', { isShown: false })).toEqual({ does: 'open' });
    expect(press('ArrowDown', { chosen: 1 }, { altKey: true })).toEqual({ does: 'open' });
    expect(press('ArrowUp', { chosen: 1 }, { altKey: true })).toEqual({ does: 'close' });
  });

  test('Enter goes to what is chosen, else it sends the text; Escape closes, then is the browser’s again', () => {
    expect(press('Enter', { chosen: 1 })).toEqual({ does: 'go', place: 1 });
    expect(press('Enter')).toEqual({ does: 'go', place: -1 });
    expect(press('Enter', { chosen: 1, isShown: false })).toEqual({ does: 'go', place: -1 });
    expect(press('Escape')).toEqual({ does: 'close' });
    expect(press('Escape', { isShown: false })).toEqual({ does: 'nothing' });
  });

  test('the keys of the text go back to the text', () => {
    for (const key of ['Home', 'End', 'ArrowLeft', 'ArrowRight']) {
      expect(press(key, { chosen: 1 })).toEqual({ does: 'edit' });
      expect(press(key)).toEqual({ does: 'nothing' });
    }
    expect(press('a', { chosen: 1 })).toEqual({ does: 'nothing' });
  });

  test('while an input method chooses letters, its keys are its own', () => {
    for (const key of ['Enter', 'ArrowDown', 'Escape', 'Home']) {
      expect(press(key, { chosen: 1 }, { isComposing: true })).toEqual({ does: 'nothing' });
    }
  });
});

describe('asking while somebody types', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** A server whose answers come when the test says so. */
  function aServer() {
    const asked: { question: string; signal: AbortSignal; answer: (value: string | null) => void }[] = [];
    const told: [string, string | null][] = [];
    const asker = newestAnswer<string>(
      100,
      (question, signal) =>
        new Promise((resolve) => {
          asked.push({ question, signal, answer: resolve });
        }),
      (question, answer) => told.push([question, answer]),
    );
    return { asked, told, asker };
  }

  test('nothing is asked before a pause, and then only the newest', async () => {
    const { asked, asker } = aServer();
    for (const question of ['r', 're', 'ref']) {
      asker.ask(question);
      await vi.advanceTimersByTimeAsync(99);
    }
    expect(asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked.map(({ question }) => question)).toEqual(['ref']);
  });

  test('an older answer is dropped, however late or early it comes', async () => {
    const { asked, told, asker } = aServer();
    asker.ask('old');
    await vi.advanceTimersByTimeAsync(100);
    asker.ask('new');
    expect(asked[0]?.signal.aborted).toBe(true);
    await vi.advanceTimersByTimeAsync(100);
    asked[1]?.answer('of the new');
    asked[0]?.answer('of the old');
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual([['new', 'of the new']]);
  });

  test('a failing server is no answer, and after stopping nothing is told', async () => {
    const told: unknown[] = [];
    const asker = newestAnswer(
      100,
      () => Promise.reject(new Error('away')),
      (_, answer) => told.push(answer),
    );
    asker.ask('x');
    await vi.advanceTimersByTimeAsync(100);
    expect(told).toEqual([null]);
    asker.ask('y');
    asker.stop();
    await vi.advanceTimersByTimeAsync(1000);
    expect(told).toEqual([null]);
  });
});
