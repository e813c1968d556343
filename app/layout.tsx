import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { NavigationProgress } from '@/app/_ui/navigation-progress';
import '@/app/globals.css';
import { accentStyle } from '@/lib/accent';
import { config } from '@/lib/config';
import { shopSettings } from '@/lib/settings/queries';
import { requestLanguage } from '@/lib/web/language';

// Every page carries this request's nonce, so none is made at build time.
export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const { shopName } = await shopSettings();
  return {
    metadataBase: new URL(config().siteUrl),
    title: { default: `${shopName} help`, template: `%s · ${shopName}` },
    description: `Answers, forum and refunds of ${shopName}.`,
    icons: { icon: '/favicon.svg', apple: '/apple-touch-icon.png' },
    // Pages with a picture of their own say so (app/(site)/_parts/page-card.ts); Next gives these the page's title.
    openGraph: { siteName: `${shopName} help`, type: 'website', images: '/picture.png' },
    twitter: { card: 'summary_large_image' },
    alternates: { types: { 'application/atom+xml': [{ url: '/feed.xml', title: `${shopName}: news` }] } },
  };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [{ accent }, language] = await Promise.all([shopSettings(), requestLanguage()]);
  const nonce = (await headers()).get('x-porchlight-nonce') ?? undefined;
  return (
    <html lang={language}>
      <head>
        <style nonce={nonce}>{accentStyle(accent)}</style>
      </head>
      <body>
        <NavigationProgress />
        {children}
      </body>
    </html>
  );
}
