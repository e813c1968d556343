import { db } from '@/lib/db/client';
import { auditLine } from '@/lib/refunds/audit/rules';

export type AuditView = { provider: string; line: string; at: Date; isEven: boolean };

/** The newest comparison of each provider. */
export async function newestAudits(): Promise<AuditView[]> {
  const newest = await db.refundAudit.groupBy({ by: ['provider'], _max: { at: true } });
  const rows = await Promise.all(
    newest.map(({ provider, _max }) =>
      db.refundAudit.findFirst({ where: { provider, at: _max.at ?? new Date(0) }, orderBy: { id: 'desc' } }),
    ),
  );
  return rows.flatMap((row) => {
    if (!row) return [];
    const differences = (JSON.parse(row.differences) as unknown[]).length;
    const line = auditLine({ ...row, differences });
    return [{ provider: row.provider, line, at: row.at, isEven: differences === 0 && row.trouble === '' }];
  });
}
