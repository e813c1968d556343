import type { Words } from '@/lib/words/catalogue';
import { asking } from '@/lib/words/de/asking';
import { forum } from '@/lib/words/de/forum';
import { frame } from '@/lib/words/de/frame';
import { home } from '@/lib/words/de/home';
import { language } from '@/lib/words/de/language';
import { mails } from '@/lib/words/de/mails';
import { parts } from '@/lib/words/de/parts';
import { receipt } from '@/lib/words/de/receipt';
import { refund } from '@/lib/words/de/refund';
import { refusals } from '@/lib/words/de/refusals';
import { signIn } from '@/lib/words/de/sign-in';
import { thread } from '@/lib/words/de/thread';
import { tracker } from '@/lib/words/de/tracker';
import { withdrawal } from '@/lib/words/de/withdrawal';
import { writing } from '@/lib/words/de/writing';

/** What the site says in German, by place. People are addressed as "Sie". */
export const de: Words = {
  asking,
  forum,
  frame,
  home,
  language,
  mails,
  parts,
  receipt,
  refund,
  refusals,
  signIn,
  thread,
  tracker,
  withdrawal,
  writing,
};
