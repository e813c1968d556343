import { DefinitionList } from '@/app/_ui/definition-list';
import type { ToldReceipt } from '@/lib/refunds/receipts/tell-receipt';
import type { Words } from '@/lib/words/catalogue';

type Props = {
  receipt: ToldReceipt;
  words: Words['receipt'];
  /** The page's heading is the first one's. */
  isFirst: boolean;
};

/** One receipt as it stands on paper, each on a sheet of its own. */
export function ReceiptSheet({ receipt, words, isFirst }: Props) {
  const { heading, number, issuer, facts, lines, total, tax, notes } = receipt;
  const Heading = isFirst ? 'h1' : 'h2';
  return (
    <article
      aria-labelledby={number}
      className="mb-8 rounded-2xl border border-line bg-surface p-5 shadow-calm sm:p-10 print:mb-0 print:break-after-page print:border-0 print:p-0 print:shadow-none print:last:break-after-auto"
    >
      <section aria-label={words.issuedBy}>
        <p dir="auto" className="mb-8 whitespace-pre-line wrap-anywhere">
          {issuer}
        </p>
      </section>
      <Heading id={number} className="mb-5 text-[1.7rem]!">
        {heading}
      </Heading>
      <DefinitionList
        items={facts.map(([term, value]) => ({ term, value: <bdi className="tabular-nums">{value}</bdi> }))}
      />
      <table className="mt-8 w-full border-collapse text-[0.97rem] [&_th]:wrap-normal">
        <thead>
          <tr className="border-b border-edge text-start">
            <th scope="col" className="py-2 pe-2 sm:pe-4 text-start">
              {words.item}
            </th>
            <th scope="col" className="py-2 pe-4 text-end max-sm:hidden print:table-cell">
              {words.quantity}
            </th>
            <th scope="col" className="py-2 text-end">
              {words.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...lines.entries()].map(([position, line]) => (
            <tr key={position} className="border-b border-line align-top break-inside-avoid">
              <td dir="auto" className="py-2 pe-2 sm:pe-4 wrap-anywhere">
                {/* On a phone names need the room of the column. */}
                {line.quantity ? (
                  <span className="sm:hidden print:hidden">{`${line.quantity}\u00a0×\u00a0`}</span>
                ) : null}
                {line.name}
              </td>
              <td className="py-2 pe-4 text-end tabular-nums max-sm:hidden print:table-cell">
                {line.quantity}
              </td>
              <td className="py-2 text-end whitespace-nowrap tabular-nums">{line.amount}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="font-semibold">
            <th scope="row" className="pt-3 pe-2 sm:pe-4 text-start">
              {total[0]}
            </th>
            <td className="max-sm:hidden print:table-cell" />
            <td className="pt-3 text-end whitespace-nowrap tabular-nums">{total[1]}</td>
          </tr>
          {tax ? (
            <tr className="text-muted">
              <th scope="row" className="pt-1 pe-2 sm:pe-4 text-start font-normal">
                {tax[0]}
              </th>
              <td className="max-sm:hidden print:table-cell" />
              <td className="pt-1 text-end whitespace-nowrap tabular-nums">{tax[1]}</td>
            </tr>
          ) : null}
        </tfoot>
      </table>
      {notes.map((note) => (
        <p key={note} className="mt-5">
          {note}
        </p>
      ))}
    </article>
  );
}
