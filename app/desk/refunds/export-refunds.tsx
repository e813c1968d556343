import { Card } from '@/app/_ui/card';
import { HiddenInput } from '@/app/_ui/field';
import { SubmitButton } from '@/app/_ui/submit-button';
import { TimeAgo } from '@/app/_ui/time-ago';
import type { TakenExport } from '@/lib/refunds/desk/export-queries';

type Props = { query: string; total: number; taken: TakenExport | null; at: Date; timeZone: string };

/** Takes the refunds that the page shows away as a table. */
export function ExportRefunds({ query, total, taken, at, timeZone }: Props) {
  return (
    <Card>
      <h2 className="mb-2">Take them with you</h2>
      <p className="mb-3 text-muted">
        {query === '' ? 'Every refund' : `The ${total} that the filters find`}, as a table for a spreadsheet
        or a bookkeeper. It has the buyers’ addresses in it, so only you can take it, and it is written down
        that you did. Nothing that somebody typed can become a formula.
      </p>
      <form method="post" action="/desk/refunds/export">
        {[...new URLSearchParams(query)].map(([name, value]) => (
          <HiddenInput key={name} name={name} value={value} />
        ))}
        <SubmitButton variant="secondary">Download as CSV</SubmitButton>
      </form>
      {taken ? (
        <p className="mt-3 text-[0.92rem] text-muted">
          Last taken by <bdi>{taken.byName}</bdi> <TimeAgo at={taken.at} now={at} timeZone={timeZone} />
          {taken.rows === null ? ', not to the end' : `, ${taken.rows} rows`}.
        </p>
      ) : null}
    </Card>
  );
}
