'use server';

import { saveSettings } from '@/lib/settings/save-settings';
import { ShopSettings } from '@/lib/settings/schema';
import { ownerAction } from '@/lib/web/action';

export const saveSettingsAction = ownerAction({
  schema: ShopSettings,
  limit: 'desk',
  run: saveSettings,
  words: { 'not-allowed': 'Only the owner changes the settings.' },
  after: () => ({ redirect: '/desk/settings?saved=1' }),
});
