'use server';

import { revokeOrderLinks } from '@/lib/refunds/orders/revoke-order-links';
import { OrderIdForm, revokeLinksWords } from '@/lib/refunds/orders/schema';
import { ownerAction } from '@/lib/web/action';

export const revokeOrderLinksAction = ownerAction({
  schema: OrderIdForm,
  limit: 'desk',
  run: revokeOrderLinks,
  words: revokeLinksWords,
  status: { 'not-found': 404 },
  after: () => ({ message: 'Done: what was mailed opens nothing any more.', refresh: '/desk/refunds' }),
});
