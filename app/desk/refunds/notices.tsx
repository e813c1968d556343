import Link from 'next/link';
import { Badge } from '@/app/_ui/badge';
import { Notice } from '@/app/_ui/notice';
import { TimeAgo } from '@/app/_ui/time-ago';
import type { AuditView } from '@/lib/refunds/audit/queries';

/** Contracts that somebody withdrew from and that the shop has not dealt with. */
export function OpenWithdrawals({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <Notice
      tone="warn"
      title={count === 1 ? 'One open withdrawal' : `${count} open withdrawals`}
      className="mb-4"
    >
      Somebody withdrew from a contract. The money is due within 14 days.{' '}
      <Link href="/desk/refunds/withdrawals" className="text-link">
        Look at them
      </Link>
    </Notice>
  );
}

/** What the last comparison with each provider said. */
export function AuditLines({ audits, at, timeZone }: { audits: AuditView[]; at: Date; timeZone: string }) {
  return audits.map((audit) => (
    <p key={audit.provider} className="mb-4 flex flex-wrap items-baseline gap-x-2 text-[0.95rem]">
      <Badge tone={audit.isEven ? 'good' : 'bad'}>{audit.isEven ? 'Books match' : 'Look at this'}</Badge>
      <span className="wrap-anywhere">{audit.line}</span>
      <span className="text-muted">
        <TimeAgo at={audit.at} now={at} timeZone={timeZone} />
      </span>
    </p>
  ));
}
