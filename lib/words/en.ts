import { frame } from '@/lib/words/en/frame';
import { language } from '@/lib/words/en/language';
import { withdrawal } from '@/lib/words/en/withdrawal';

/** What the site says in English, by place. It is the pattern: another language has the same entries and placeholders. */
export const en = { frame, language, withdrawal };
