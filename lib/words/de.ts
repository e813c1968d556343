import type { Words } from '@/lib/words/catalogue';
import { frame } from '@/lib/words/de/frame';
import { language } from '@/lib/words/de/language';
import { withdrawal } from '@/lib/words/de/withdrawal';

/** What the site says in German, by place. People are addressed as "Sie". */
export const de: Words = { frame, language, withdrawal };
