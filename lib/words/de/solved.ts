import type { solved as English } from '@/lib/words/en/solved';

export const solved: typeof English = {
  title: 'Hat das geholfen?',
  goneTitle: 'Hier gibt es nichts zu beantworten',
  goForum: 'Zum Forum',
  thanks: 'Danke',
  notedSolved: 'Notiert: gelöst. Das hilft allen, die dasselbe Problem haben.',
  notedStuck:
    'Notiert: noch nicht gelöst. Schreiben Sie in den Beitrag, was beim Versuch geschehen ist, dann können andere helfen.',
  wrote: '{name} schreibt:',
  yes: 'Ja, gelöst',
  no: 'Noch nicht gelöst',
  saving: 'Einen Moment …',
  goThread: 'Zum Beitrag',
};
