import { expect, test } from 'vitest';
import { listMetadata } from '@/app/(site)/forum/_parts/list-metadata';

test('each page of a list is one of its own for search engines', () => {
  expect(listMetadata('/forum/general', 'General', {}).alternates).toEqual({
    canonical: '/forum/general',
    types: { 'application/atom+xml': [{ url: '/forum/general/feed.xml', title: 'General' }] },
  });
  expect(listMetadata('/forum', 'New', { page: '3' }).alternates?.canonical).toBe('/forum?page=3');
  expect(listMetadata('/forum', 'New', { page: '<x>' }).alternates?.canonical).toBe('/forum');
  expect(listMetadata('/forum', 'New', { page: '3' }).robots).toBeUndefined();
});

test('a filtered list is followed but not indexed, and claims no address of another', () => {
  const filtered = listMetadata('/forum', 'New', { state: 'solved', page: '2' });
  expect(filtered.robots).toEqual({ index: false, follow: true });
  expect(filtered.alternates?.canonical).toBeUndefined();
});
