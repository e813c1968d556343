import { sign } from '@/lib/secrets';

/** What the database keeps of a mailed code: keyed, so that a copy of the database does not give away six digits. */
export function hashOrderCode(codeId: string, code: string): string {
  return sign('codes', 'order-code', codeId, code);
}
