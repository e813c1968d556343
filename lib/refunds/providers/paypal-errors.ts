import { z } from 'zod';
import type { PaypalAnswer } from '@/lib/refunds/providers/paypal-client';
import { ProviderRefusal } from '@/lib/refunds/providers/provider';

const Problem = z.object({
  name: z.string().catch(''),
  details: z.array(z.object({ issue: z.string().catch('') })).catch([]),
});

/** Less is left, or nothing: it is looked up who refunded it. */
const ALREADY = ['CAPTURE_FULLY_REFUNDED', 'CAPTURED_AMOUNT_FULLY_REFUNDED', 'REFUND_AMOUNT_EXCEEDED'];
const DISPUTED = ['CAPTURE_DISPUTED_PARTIAL_REFUND_NOT_ALLOWED', 'TRANSACTION_DISPUTED'];
/** The request itself cannot be: its amount, its currency, its capture, its time. */
const REFUSED = [
  'CANNOT_BE_NEGATIVE',
  'CANNOT_BE_ZERO_OR_NEGATIVE',
  'CURRENCY_MISMATCH',
  'DECIMALS_NOT_SUPPORTED',
  'DECIMAL_PRECISION',
  'INVALID_CURRENCY_CODE',
  'INVALID_RESOURCE_ID',
  'MAX_NUMBER_OF_REFUNDS_EXCEEDED',
  'PARTIAL_REFUND_NOT_ALLOWED',
  'REFUND_CAPTURE_CURRENCY_MISMATCH',
  'REFUND_NOT_ALLOWED',
  'REFUND_TIME_LIMIT_EXCEEDED',
];

/** What an answer to a wish for a refund proves: a `ProviderRefusal` only for what PayPal names as impossible. Everything else
 * (also too little money in the account, a capture that is pending, 409, 429 and 5xx) leaves it open. */
export function readPaypalProblem({ status, body }: PaypalAnswer): Error {
  const problem = Problem.safeParse(body).data ?? { name: '', details: [] };
  const issues = problem.details.map(({ issue }) => issue);
  const find = (known: string[]) => issues.find((issue) => known.includes(issue));
  const already = find(ALREADY);
  if (status === 422 && already) return new ProviderRefusal('already-refunded', already);
  const disputed = find(DISPUTED);
  if (status === 422 && disputed) return new ProviderRefusal('disputed', disputed);
  const refused = find(REFUSED);
  if ((status === 422 || status === 400) && refused) return new ProviderRefusal('refused', refused);
  if (status === 404 && problem.name === 'RESOURCE_NOT_FOUND') {
    return new ProviderRefusal('refused', 'resource_missing');
  }
  const facts = [status, problem.name, ...issues].filter(Boolean).join(', ').slice(0, 200);
  return new Error(`PayPal gave no clear answer (${facts}).`);
}
