import type { language as English } from '@/lib/words/en/language';

export const language: typeof English = {
  title: 'Sprache',
  intro: 'Die Worte der Seite ändern sich; was Menschen geschrieben haben, bleibt, wie es ist.',
  chosen: 'gewählt',
};
