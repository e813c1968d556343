import type { MailContent } from '@/lib/mail/compose';
import type { Difference } from '@/lib/refunds/audit/rules';

const KINDS: Record<Difference['kind'], string> = {
  'missing-here': 'at the provider, not here',
  'missing-there': 'here, not at the provider',
  amount: 'another amount',
  state: 'another state',
  twice: 'twice at the provider',
};

/** A mail is read on a phone; the page has them all. */
const SHOWN = 20;

/** To the owner, when the nightly comparison did not come out even. */
export function auditAlarmMail(line: string, differences: readonly Difference[]): MailContent {
  return {
    subject: `Refunds: ${line}`,
    blocks: [
      { text: `The nightly comparison with the payment provider says: ${line}.` },
      {
        list: differences
          .slice(0, SHOWN)
          .map(
            ({ kind, refundId, providerRefundId, ours, theirs }) =>
              `${KINDS[kind]}: ${refundId ?? '–'} / ${providerRefundId ?? '–'} (${ours || 'nothing'} / ${theirs || 'nothing'})`,
          ),
      },
      {
        text: 'Nothing is paid or taken back by itself because of this. Look at the refund at the provider and here; npm run refunds:audit compares again.',
      },
    ],
    why: 'You get this mail because you own this shop and its refunds do not match.',
  };
}
