import { asking } from '@/lib/words/en/asking';
import { forum } from '@/lib/words/en/forum';
import { frame } from '@/lib/words/en/frame';
import { language } from '@/lib/words/en/language';
import { parts } from '@/lib/words/en/parts';
import { refusals } from '@/lib/words/en/refusals';
import { signIn } from '@/lib/words/en/sign-in';
import { thread } from '@/lib/words/en/thread';
import { withdrawal } from '@/lib/words/en/withdrawal';
import { writing } from '@/lib/words/en/writing';

/** What the site says in English, by place. It is the pattern: another language has the same entries and placeholders. */
export const en = { asking, forum, frame, language, parts, refusals, signIn, thread, withdrawal, writing };
