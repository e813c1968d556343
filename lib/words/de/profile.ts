import type { profile as English } from '@/lib/words/en/profile';

export const profile: typeof English = {
  nobody: 'Niemand',
  hereSince: 'Hier seit dem {date}',
  from: 'Diese Beiträge kommen von {elsewhere}, mit dem Namen von dort.',
  anotherSite: 'einer anderen Seite',
  edit: 'Profil bearbeiten',
  mute: 'Stummschalten',
  muting: 'Einen Moment …',
  unmute: 'Nicht mehr stummschalten',
  unmuting: 'Einen Moment …',
  solved: { one: 'Hat ein Problem gelöst', other: 'Hat {n} Probleme gelöst' },
  threads: { one: 'Ein Beitrag', other: '{n} Beiträge' },
  noneOwn: 'Sie haben noch nichts gefragt',
  noneOwnText: 'Hier stehen dann Ihre Beiträge.',
  none: 'Noch keine Beiträge',
  noneText: 'Hier steht dann, was diese Person fragt.',
  ask: 'Eine Frage stellen',
};
