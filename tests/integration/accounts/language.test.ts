import { expect, test } from 'vitest';
import { openSession } from '@/lib/accounts/open-session';
import { actorById } from '@/lib/accounts/queries';
import { saveLanguage } from '@/lib/accounts/save-language';
import { actorOfSession } from '@/lib/accounts/session-queries';
import { aPerson } from '@/tests/support/a-person';

test('the language somebody chose goes with them to every device, and nobody else speaks it', async () => {
  const [ana, ben] = await Promise.all([aPerson(), aPerson()]);
  const phone = await openSession(ana.id, 'phone');
  expect((await actorOfSession(phone))?.language).toBeNull();

  await saveLanguage({ language: 'de', back: '/' }, ana);

  expect((await actorOfSession(phone))?.language).toBe('de');
  expect((await actorById(ana.id))?.language).toBe('de');
  expect((await actorById(ben.id))?.language).toBeNull();
});

test('a visitor’s choice is kept by the browser alone', async () => {
  expect(await saveLanguage({ language: 'de', back: '/forum' }, null)).toEqual({
    ok: true,
    language: 'de',
    back: '/forum',
  });
});
