import type { ReactNode } from 'react';
import { Card } from '@/app/_ui/card';

/** `nowrap` keeps short marks (order numbers, amounts) on one line; an empty label is a column of actions. */
export type Column = { key: string; label: string; align?: 'end'; nowrap?: boolean };
export type Row = { key: string; cells: Record<string, ReactNode> };

type Props = {
  /** Says what the table lists; read aloud, not shown (the page's heading is). */
  caption: string;
  columns: readonly Column[];
  rows: readonly Row[];
};

/** A desk table; below 768 px each row becomes a card with its columns' names. Give empty lists an EmptyState instead. */
export function DataTable({ caption, columns, rows }: Props) {
  return (
    <Card flush>
      <div className="overflow-x-auto">
        <table className="data-table">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.key} scope="col" data-align={column.align}>
                  {column.label || <span className="sr-only">Actions</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                {columns.map((column) => (
                  <td
                    key={column.key}
                    data-label={column.label}
                    data-align={column.align}
                    data-nowrap={column.nowrap || undefined}
                  >
                    <div className="min-w-0">{row.cells[column.key]}</div>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
