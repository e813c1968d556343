import { Mail, MessageCircleQuestion, Phone, ReceiptText } from 'lucide-react';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { SearchBox } from '@/app/_ui/search-box';
import { Sentence } from '@/app/_ui/sentence';
import { shopSettings } from '@/lib/settings/queries';
import { pageWords } from '@/lib/web/language';
import type { Words } from '@/lib/words/catalogue';

export async function generateMetadata(): Promise<Metadata> {
  const { title, intro } = (await pageWords()).words.contact;
  return { title, description: intro, alternates: { canonical: '/contact' } };
}

type Way = {
  key: 'ask' | 'refund' | 'write' | 'call';
  icon: typeof Mail;
  /** Where the button leads; an address of ours, or mailto: and tel: made from the owner's settings. */
  href: string;
};

/** Every way to the owner; only those that the owner has opened. */
function waysOf(settings: { contactEmail: string; contactPhone: string }): Way[] {
  const { contactEmail, contactPhone } = settings;
  const ways: Way[] = [
    { key: 'ask', icon: MessageCircleQuestion, href: '/forum/new' },
    { key: 'refund', icon: ReceiptText, href: '/refund' },
  ];
  if (contactEmail) ways.push({ key: 'write', icon: Mail, href: `mailto:${contactEmail}` });
  if (contactPhone) {
    ways.push({ key: 'call', icon: Phone, href: `tel:${contactPhone.replace(/[^\d+]/g, '')}` });
  }
  return ways;
}

export default async function ContactPage() {
  const [settings, { words: all }] = await Promise.all([shopSettings(), pageWords()]);
  const words = all.contact;
  const places = {
    email: <bdi>{settings.contactEmail}</bdi>,
    phone: <bdi>{settings.contactPhone}</bdi>,
  };
  return (
    <PageBody>
      <PageHeader title={words.title} intro={words.intro} />
      <section aria-labelledby="first" className="mb-10 max-w-2xl">
        <h2 id="first" className="mb-3 text-[1.12rem]!">
          {words.fastest}
        </h2>
        <SearchBox words={all.frame.searchBox} size="compact" />
      </section>
      <ul className="grid gap-4 sm:grid-cols-2">
        {waysOf(settings).map(({ key, icon, href }) => (
          <li key={key}>
            <WayCard icon={icon} href={href} words={words[key]} places={places} />
          </li>
        ))}
      </ul>
    </PageBody>
  );
}

type CardProps = Omit<Way, 'key'> & {
  words: Words['contact']['ask'];
  places: Record<'email' | 'phone', ReactNode>;
};

/** One way, with how soon it is answered. */
function WayCard({ icon: Icon, href, words, places }: CardProps) {
  return (
    <Card className="flex h-full flex-col gap-2">
      <span className="inline-flex size-11 items-center justify-center rounded-xl bg-accent-soft text-accent-text">
        <Icon aria-hidden className="size-5.5" />
      </span>
      <h2 className="text-[1.18rem]!">{words.title}</h2>
      <p className="font-semibold text-good">{words.soon}</p>
      <p className="wrap-anywhere text-muted">
        <Sentence text={words.text} places={places} />
      </p>
      <div className="mt-auto pt-3">
        <ButtonLink href={href} prefetch={false}>
          {words.button}
        </ButtonLink>
      </div>
    </Card>
  );
}
