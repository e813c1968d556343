import { asking } from '@/lib/words/en/asking';
import { forum } from '@/lib/words/en/forum';
import { frame } from '@/lib/words/en/frame';
import { home } from '@/lib/words/en/home';
import { language } from '@/lib/words/en/language';
import { mails } from '@/lib/words/en/mails';
import { parts } from '@/lib/words/en/parts';
import { receipt } from '@/lib/words/en/receipt';
import { refund } from '@/lib/words/en/refund';
import { refusals } from '@/lib/words/en/refusals';
import { signIn } from '@/lib/words/en/sign-in';
import { thread } from '@/lib/words/en/thread';
import { tracker } from '@/lib/words/en/tracker';
import { withdrawal } from '@/lib/words/en/withdrawal';
import { writing } from '@/lib/words/en/writing';

/** What the site says in English, by place. It is the pattern: another language has the same entries and placeholders. */
export const en = {
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
