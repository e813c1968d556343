import { Mail, MessageCircleQuestion, Phone, ReceiptText } from 'lucide-react';
import type { Metadata } from 'next';
import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { SearchBox } from '@/app/_ui/search-box';
import { shopSettings } from '@/lib/settings/queries';
import { wordsOf } from '@/lib/words/catalogue';

export const metadata: Metadata = {
  title: 'Contact',
  description: 'Every way to reach us, and how soon each one is answered.',
  alternates: { canonical: '/contact' },
};

type Way = {
  icon: typeof Mail;
  title: string;
  soon: string;
  words: string;
  /** Where the button leads; an address of ours, or mailto: and tel: made from the owner's settings. */
  href: string;
  button: string;
};

/** Every way to the owner with its answer time; only those that the owner has opened. */
function waysOf(settings: { contactEmail: string; contactPhone: string }): Way[] {
  const { contactEmail, contactPhone } = settings;
  const ways: Way[] = [
    {
      icon: MessageCircleQuestion,
      title: 'Ask in the forum',
      soon: 'Answered within 24 hours',
      words:
        'Customers and the shop answer. Often somebody has had the same problem and is faster than we are.',
      href: '/forum/new',
      button: 'Ask a question',
    },
    {
      icon: ReceiptText,
      title: 'Get a refund',
      soon: 'Approved at once',
      words: 'You need nobody for it: for any reason, by yourself, and you see each step until it is paid.',
      href: '/refund',
      button: 'Start a refund',
    },
  ];
  if (contactEmail) {
    ways.push({
      icon: Mail,
      title: 'Write an e-mail',
      soon: 'Answered within 24 hours',
      words: `For what is only between you and us. Give your order number if you have one: ${contactEmail}`,
      href: `mailto:${contactEmail}`,
      button: 'Write to us',
    });
  }
  if (contactPhone) {
    ways.push({
      icon: Phone,
      title: 'Call us',
      soon: 'At once, when we are there',
      words: `If nobody answers, write: it is read within 24 hours. ${contactPhone}`,
      href: `tel:${contactPhone.replace(/[^\d+]/g, '')}`,
      button: 'Call',
    });
  }
  return ways;
}

export default async function ContactPage() {
  const settings = await shopSettings();
  return (
    <PageBody>
      <PageHeader title="Contact" intro="Every way to reach us, and how soon each one is answered." />
      <section aria-labelledby="first" className="mb-10 max-w-2xl">
        <h2 id="first" className="mb-3 text-[1.12rem]!">
          Fastest of all: look for the answer
        </h2>
        <SearchBox words={wordsOf('en').frame.searchBox} size="compact" />
      </section>
      <ul className="grid gap-4 sm:grid-cols-2">
        {waysOf(settings).map(({ icon: Icon, title, soon, words, href, button }) => (
          <li key={href}>
            <Card className="flex h-full flex-col gap-2">
              <span className="inline-flex size-11 items-center justify-center rounded-xl bg-accent-soft text-accent-text">
                <Icon aria-hidden className="size-5.5" />
              </span>
              <h2 className="text-[1.18rem]!">{title}</h2>
              <p className="font-semibold text-good">{soon}</p>
              <p className="text-muted">{words}</p>
              <div className="mt-auto pt-3">
                <ButtonLink href={href} prefetch={false}>
                  {button}
                </ButtonLink>
              </div>
            </Card>
          </li>
        ))}
      </ul>
    </PageBody>
  );
}
