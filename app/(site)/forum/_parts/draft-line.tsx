import { Check } from 'lucide-react';
import { Button } from '@/app/_ui/button';
import type { DraftState } from '@/app/(site)/forum/_parts/keep-draft';
import type { Words } from '@/lib/words/catalogue';

type Props = {
  words: Words['writing']['draft'];
  state: DraftState;
  onChoose: (other: boolean) => void;
  onStartOver: () => void;
};

/** What became of a draft that needs a word: it came back, or there are two texts and one has to be chosen. */
export function DraftNotice({ words, state, onChoose, onStartOver }: Props) {
  const { choice, restored } = state;
  if (choice === '' && !restored) return null;
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-note-line bg-note-soft px-4 py-2 text-[0.95rem] text-note"
    >
      {choice === '' ? (
        <>
          <span>{words.restored}</span>
          <Button size="small" variant="quiet" onClick={onStartOver}>
            {words.startOver}
          </Button>
        </>
      ) : (
        <>
          <span className="grow">{choice === 'newer' ? words.newer : words.offered}</span>
          <span className="flex flex-wrap gap-2">
            <Button size="small" onClick={() => onChoose(true)}>
              {choice === 'newer' ? words.takeNewer : words.use}
            </Button>
            <Button size="small" onClick={() => onChoose(false)}>
              {words.keep}
            </Button>
          </span>
        </>
      )}
    </div>
  );
}

/** "Saved", said once: the words only change when something else is true. */
export function SavedMark({ saved, words }: { saved: DraftState['saved']; words: Props['words'] }) {
  return (
    <span role="status" className="inline-flex items-center gap-1">
      {saved === 'site' ? <Check aria-hidden className="size-4" /> : null}
      {saved === 'site' ? words.saved : saved === 'browser' ? words.savedHere : ''}
    </span>
  );
}
