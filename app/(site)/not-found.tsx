import type { Metadata } from 'next';
import { NotFoundPanel } from '@/app/_ui/not-found-panel';
import { pageWords } from '@/lib/web/language';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).words.parts.notFound };
}

export default async function NotFound() {
  const { words } = await pageWords();
  return <NotFoundPanel words={words.parts.missing} search={words.frame.searchBox} />;
}
