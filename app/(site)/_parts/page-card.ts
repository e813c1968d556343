import type { Metadata } from 'next';
import { PICTURE_HEIGHT, PICTURE_WIDTH } from '@/lib/pictures/picture-size';

type Card = {
  title: string;
  description?: string;
  /** Path of this site, as its canonical address. */
  href: string;
  /** Path of the picture that says the title; the site's own when there is none. */
  picture?: string;
  type?: 'website' | 'article';
};

/** What networks and messengers show of a link to a page (Open Graph, which the others read as well). */
export function pageCard(
  siteName: string,
  { title, description, href, picture = '/picture.png', type = 'website' }: Card,
): Pick<Metadata, 'openGraph' | 'twitter'> {
  const images = [{ url: picture, width: PICTURE_WIDTH, height: PICTURE_HEIGHT, alt: title }];
  return {
    openGraph: { title, description, url: href, siteName, images, type },
    twitter: { card: 'summary_large_image', title, description, images: [picture] },
  };
}
