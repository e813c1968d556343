import type { Words } from '@/lib/words/catalogue';
import { account } from '@/lib/words/de/account';
import { accountMails } from '@/lib/words/de/account-mails';
import { asking } from '@/lib/words/de/asking';
import { bare } from '@/lib/words/de/bare';
import { contact } from '@/lib/words/de/contact';
import { digests } from '@/lib/words/de/digests';
import { failure } from '@/lib/words/de/failure';
import { faq } from '@/lib/words/de/faq';
import { forum } from '@/lib/words/de/forum';
import { frame } from '@/lib/words/de/frame';
import { home } from '@/lib/words/de/home';
import { language } from '@/lib/words/de/language';
import { mails } from '@/lib/words/de/mails';
import { notifications } from '@/lib/words/de/notifications';
import { parts } from '@/lib/words/de/parts';
import { profile } from '@/lib/words/de/profile';
import { receipt } from '@/lib/words/de/receipt';
import { refund } from '@/lib/words/de/refund';
import { refundMails } from '@/lib/words/de/refund-mails';
import { refusals } from '@/lib/words/de/refusals';
import { search } from '@/lib/words/de/search';
import { signIn } from '@/lib/words/de/sign-in';
import { solved } from '@/lib/words/de/solved';
import { thread } from '@/lib/words/de/thread';
import { tracker } from '@/lib/words/de/tracker';
import { widget } from '@/lib/words/de/widget';
import { withdrawal } from '@/lib/words/de/withdrawal';
import { writing } from '@/lib/words/de/writing';

/** What the site says in German, by place. People are addressed as "Sie". */
export const de: Words = {
  account,
  accountMails,
  asking,
  bare,
  contact,
  digests,
  failure,
  faq,
  forum,
  frame,
  home,
  language,
  mails,
  notifications,
  parts,
  profile,
  receipt,
  refund,
  refundMails,
  refusals,
  search,
  signIn,
  solved,
  thread,
  tracker,
  widget,
  withdrawal,
  writing,
};
