import { Card } from '@/app/_ui/card';
import { TimeAgo } from '@/app/_ui/time-ago';
import { WordsForm } from '@/app/desk/refunds/[id]/words-form';
import { addNoteAction } from '@/app/desk/refunds/actions';
import type { RefundFile } from '@/lib/refunds/desk/refund-queries';
import { NOTE_MAX, type NoteKind } from '@/lib/refunds/desk/schema';

const KINDS: Record<NoteKind, string | null> = {
  note: null,
  settled: 'Dealt with',
  goodwill: 'Said to the buyer with the gesture',
  'called-off': 'Said to the buyer when it was called off',
};

type Props = { refund: Pick<RefundFile, 'id' | 'notes'>; at: Date; timeZone: string };

/** What the people of the shop wrote down, the newest first. */
export function Notes({ refund, at, timeZone }: Props) {
  return (
    <section aria-labelledby="notes" className="mb-8">
      <h2 id="notes" className="mb-4 scroll-mt-24">
        Notes
      </h2>
      <Card className="grid gap-5">
        {refund.notes.length > 0 ? (
          <ul className="grid gap-4">
            {refund.notes
              .filter(({ text }) => text !== '')
              .map((note) => (
                <li key={note.id}>
                  {KINDS[note.kind] ? (
                    <p className="text-[0.9rem] font-semibold">{KINDS[note.kind]}</p>
                  ) : null}
                  <p dir="auto" className="max-w-prose whitespace-pre-line wrap-anywhere">
                    {note.text}
                  </p>
                  <p className="text-[0.9rem] text-muted">
                    <bdi>{note.byName}</bdi>, <TimeAgo at={note.at} now={at} timeZone={timeZone} />
                  </p>
                </li>
              ))}
          </ul>
        ) : null}
        <WordsForm
          action={addNoteAction}
          refundId={refund.id}
          name="text"
          id="note-text"
          label="A private note"
          hint="Only you and your helpers read it."
          max={NOTE_MAX}
          button="Keep the note"
          variant="secondary"
        />
      </Card>
    </section>
  );
}
