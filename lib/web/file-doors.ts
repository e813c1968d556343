import { MAIL_MAX } from '@/lib/inbound-mail/schema';
import { MESSAGE_MAX } from '@/lib/refunds/orders/schema';
import { ENVELOPE_MAX, FILE_MAX, storeWords } from '@/lib/uploads/schema';
import { BODY_MAX, tooLargeWords } from '@/lib/web/read-body';

/** Where a file is sent by itself. */
const FILE_API = new Set(['/api/uploads', '/api/v1/uploads']);
/** The pages whose bare forms carry files: asking, a thread with its reply, one's own picture. */
const FILE_FORM = /^\/(?:forum\/new|account|t\/[^/]+(?:\/[^/]+)?)\/?$/;
/** Imports stream a file of their own kind, a mail comes with what is attached to it, and an order with all its lines. */
const IMPORTS: Record<string, number> = {
  '/api/v1/orders/import': 32 * 1024 * 1024,
  '/api/v1/webhooks/mail': MAIL_MAX,
  '/api/v1/webhooks/orders/woocommerce': MESSAGE_MAX,
  '/api/v1/webhooks/orders/shopify': MESSAGE_MAX,
};

/** Whether a body with pictures or documents may be sent there. */
export function isFileDoor(path: string): boolean {
  return FILE_API.has(path) || FILE_FORM.test(path);
}

/** Whether a file that somebody gave us is fetched from there. */
export function isFile(path: string): boolean {
  return path.startsWith('/uploads/');
}

/** The largest body an address takes: 256 KB, more where files are sent. */
export function mostBytes(path: string): number {
  if (FILE_API.has(path)) return FILE_MAX + ENVELOPE_MAX;
  return FILE_FORM.test(path) ? FILE_MAX + BODY_MAX : (IMPORTS[path] ?? BODY_MAX);
}

/** What is said when it is more. */
export function tooLargeFor(path: string): string {
  if (FILE_API.has(path)) return storeWords['too-large'];
  if (path.startsWith('/api/')) return tooLargeWords(mostBytes(path));
  const files = FILE_FORM.test(path) ? ' (files may have 10 MB in all)' : '';
  return `That is more than this form accepts${files}. Go back and shorten it; your text is still there.`;
}
