import type { Metadata } from 'next';
import { NotFoundPanel } from '@/app/_ui/not-found-panel';
import { pageWords } from '@/lib/web/language';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).words.parts.notFound };
}

/** Outside of every frame; a frame's own not-found.tsx shows the same panel inside its `<main>`. */
export default async function NotFound() {
  const { words } = await pageWords();
  return (
    <main id="content">
      <NotFoundPanel words={words.parts.missing} search={words.frame.searchBox} />
    </main>
  );
}
