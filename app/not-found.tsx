import type { Metadata } from 'next';
import { NotFoundPanel } from '@/app/_ui/not-found-panel';

export const metadata: Metadata = { title: 'Not found' };

/** Outside of every frame; a frame's own not-found.tsx shows the same panel inside its `<main>`. */
export default function NotFound() {
  return (
    <main lang="en" id="content">
      <NotFoundPanel />
    </main>
  );
}
