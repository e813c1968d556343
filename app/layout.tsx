import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { FailureWordsGiven } from '@/app/_ui/failure-words';
import { NavigationProgress } from '@/app/_ui/navigation-progress';
import '@/app/globals.css';
import { accentStyle } from '@/lib/accent';
import { config } from '@/lib/config';
import { shopSettings } from '@/lib/settings/queries';
import { pageWords } from '@/lib/web/language';
import { say } from '@/lib/words/say';

// Every page carries this request's nonce, so none is made at build time.
export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const [{ shopName }, { words }] = await Promise.all([shopSettings(), pageWords()]);
  return {
    metadataBase: new URL(config().siteUrl),
    title: { default: say(words.home.title, { shop: shopName }), template: `%s · ${shopName}` },
    description: say(words.home.description, { shop: shopName }),
    icons: { icon: '/favicon.svg', apple: '/apple-touch-icon.png' },
    // Pages with a picture of their own say so (app/(site)/_parts/page-card.ts); Next gives these the page's title.
    openGraph: { siteName: `${shopName} help`, type: 'website', images: '/picture.png' },
    twitter: { card: 'summary_large_image' },
    alternates: {
      types: {
        'application/atom+xml': [{ url: '/feed.xml', title: say(words.home.news, { shop: shopName }) }],
      },
    },
  };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [{ accent }, { words, language }] = await Promise.all([shopSettings(), pageWords()]);
  const nonce = (await headers()).get('x-porchlight-nonce') ?? undefined;
  return (
    <html lang={language}>
      <head>
        <style nonce={nonce}>{accentStyle(accent)}</style>
      </head>
      <body>
        <NavigationProgress />
        <FailureWordsGiven words={words.failure}>{children}</FailureWordsGiven>
      </body>
    </html>
  );
}
