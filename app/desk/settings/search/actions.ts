'use server';

import { saveSearchSettings } from '@/lib/search/save-search-settings';
import { SearchSettings } from '@/lib/search/schema';
import { ownerAction } from '@/lib/web/action';

export const saveSearchSettingsAction = ownerAction({
  schema: SearchSettings,
  limit: 'desk',
  run: saveSearchSettings,
  words: { 'not-allowed': 'Only the owner changes the settings.' },
  after: () => ({ redirect: '/desk/settings/search?saved=1' }),
});
