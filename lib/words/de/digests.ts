import type { digests as English } from '@/lib/words/en/digests';

export const digests: typeof English = {
  title: 'Tagesberichte',
  intro: 'Welche Probleme es gab, Tag für Tag, und was daraus geworden ist.',
  feed: 'Feed',
  emptyTitle: 'Noch kein Tagesbericht',
  emptyText: 'Der erste erzählt hier, was gefragt wurde und wie es gelöst wurde.',
  readAnswers: 'Hilfeartikel lesen',
  seeForum: 'Zum Forum',
  edit: 'Bearbeiten',
  published: 'Veröffentlicht: {when}',
  others: 'Andere Tagesberichte',
  before: 'Der Bericht davor',
  after: 'Der Bericht danach',
};
