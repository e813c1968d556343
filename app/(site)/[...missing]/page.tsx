import type { Metadata } from 'next';
import { Missing } from '@/app/(site)/_parts/missing';

export const metadata: Metadata = { title: 'Not found' };

/** Any address that no other page has, so that "not found" stands inside the site's frame. */
export default function MissingPage() {
  return <Missing />;
}
