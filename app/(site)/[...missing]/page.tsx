import type { Metadata } from 'next';
import { Missing } from '@/app/(site)/_parts/missing';
import { pageWords } from '@/lib/web/language';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).words.parts.notFound };
}

/** Any address that no other page has, so that "not found" stands inside the site's frame. */
export default function MissingPage() {
  return <Missing />;
}
