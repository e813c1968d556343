import type { Words } from '@/lib/words/catalogue';
import { asking } from '@/lib/words/de/asking';
import { forum } from '@/lib/words/de/forum';
import { frame } from '@/lib/words/de/frame';
import { language } from '@/lib/words/de/language';
import { parts } from '@/lib/words/de/parts';
import { refusals } from '@/lib/words/de/refusals';
import { signIn } from '@/lib/words/de/sign-in';
import { thread } from '@/lib/words/de/thread';
import { withdrawal } from '@/lib/words/de/withdrawal';
import { writing } from '@/lib/words/de/writing';

/** What the site says in German, by place. People are addressed as "Sie". */
export const de: Words = {
  asking,
  forum,
  frame,
  language,
  parts,
  refusals,
  signIn,
  thread,
  withdrawal,
  writing,
};
