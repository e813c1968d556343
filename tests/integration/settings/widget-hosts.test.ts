import { beforeEach, expect, test } from 'vitest';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { forgetShopSettings, shopSettings } from '@/lib/settings/queries';
import { saveSettings } from '@/lib/settings/save-settings';
import { DEFAULT_SETTINGS } from '@/lib/settings/schema';
import { widgetHosts } from '@/lib/web/framing';
import { aPerson } from '@/tests/support/a-person';

/** How long a process may not know what another has saved. */
const AGREE_WITHIN_MS = 3_000;

const owner = await aPerson({ role: 'owner' });
const withHosts = (widgetOrigins: string) => ({ ...DEFAULT_SETTINGS, widgetOrigins });

beforeEach(async () => {
  await saveSettings(DEFAULT_SETTINGS, owner);
});

test('nobody but the site itself may frame the panel until the owner says so', async () => {
  expect(await widgetHosts()).toEqual([]);
});

test('what the owner saves holds from the next request on', async () => {
  expect(await widgetHosts()).toEqual([]);
  await saveSettings(withHosts('https://a.example\nhttps://b.example'), owner);
  expect(await widgetHosts()).toEqual(['https://a.example', 'https://b.example']);
  const helper = await aPerson({ role: 'helper' });
  expect(await saveSettings(withHosts('https://evil.example'), helper)).toMatchObject({ ok: false });
  expect(await widgetHosts()).toEqual(['https://a.example', 'https://b.example']);
});

test('what another process saves is known here within seconds', async () => {
  expect(await widgetHosts()).toEqual([]);
  const value = JSON.stringify(withHosts('https://a.example'));
  await db.setting.update({ where: { key: 'shop' }, data: { value, updatedAt: now() } });
  await expect.poll(widgetHosts, { timeout: AGREE_WITHIN_MS, interval: 200 }).toEqual(['https://a.example']);
});

test('a reading that was under way while the owner saved does not bring the old settings back', async () => {
  forgetShopSettings();
  const reading = shopSettings();
  await saveSettings(withHosts('https://a.example'), owner);
  await reading;
  expect(await widgetHosts()).toEqual(['https://a.example']);
});

test('settings saved before there was a widget are read with nobody on the list', async () => {
  const { widgetOrigins: _, ...older } = { ...DEFAULT_SETTINGS, shopName: 'Older' };
  await db.setting.update({
    where: { key: 'shop' },
    data: { value: JSON.stringify(older), updatedAt: now() },
  });
  forgetShopSettings();
  expect(await shopSettings()).toMatchObject({ shopName: 'Older', widgetOrigins: '' });
});
