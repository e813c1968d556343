import { frame } from '@/lib/words/de/frame';
import { parts } from '@/lib/words/de/parts';
import type { FailureWords } from '@/lib/words/failure';

const { label, placeholder, button } = frame.searchBox;

export const failure: FailureWords = {
  title: 'Bei uns ist etwas schiefgegangen',
  text: 'Es liegt nicht an Ihnen, und wir haben es festgehalten. Oft hilft es, es noch einmal zu versuchen.',
  again: 'Noch einmal versuchen',
  start: parts.missing.start,
  contact: parts.missing.contact,
  reference: 'Wenn Sie uns dazu schreiben, nennen Sie bitte diese Nummer:',
  search: { label, placeholder, button },
};
