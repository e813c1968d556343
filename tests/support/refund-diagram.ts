import { TRANSITIONS } from '@/lib/refunds/rules';
import { REFUND_STATES, type RefundState, refundCauseWords } from '@/lib/refunds/schema';

/** From where nothing leads on. */
const isEnd = (state: RefundState) => Object.keys(TRANSITIONS[state]).length === 0;

/** The way of a refund as docs/refunds.md shows it: a Mermaid diagram and the words of every cause, made of the table that the
 * code asks. */
export function refundDiagram(): string {
  const arrows = (['new', ...REFUND_STATES] as const).flatMap((from) =>
    REFUND_STATES.flatMap((to) => {
      const causes = TRANSITIONS[from][to];
      return causes ? [`  ${from === 'new' ? '[*]' : from} --> ${to}: ${causes.join(', ')}`] : [];
    }),
  );
  const ends = REFUND_STATES.filter(isEnd).map((state) => `  ${state} --> [*]`);
  const words = Object.entries(refundCauseWords).map(([cause, said]) => `| \`${cause}\` | ${said} |`);
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...arrows,
    ...ends,
    '```',
    '',
    '| by | in words |',
    '|---|---|',
    ...words,
  ].join('\n');
}
