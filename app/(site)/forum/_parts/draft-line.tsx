import { Check } from 'lucide-react';
import { Button } from '@/app/_ui/button';
import type { DraftState } from '@/app/(site)/forum/_parts/keep-draft';

type Props = {
  state: DraftState;
  onChoose: (other: boolean) => void;
  onStartOver: () => void;
};

/** What became of a draft that needs a word: it came back, or there are two texts and one has to be chosen. */
export function DraftNotice({ state, onChoose, onStartOver }: Props) {
  const { choice, restored } = state;
  if (choice === '' && !restored) return null;
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-note-line bg-note-soft px-4 py-2 text-[0.95rem] text-note"
    >
      {choice === '' ? (
        <>
          <span>Here is what you wrote last time.</span>
          <Button size="small" variant="quiet" onClick={onStartOver}>
            Start over
          </Button>
        </>
      ) : (
        <>
          <span className="grow">
            {choice === 'newer'
              ? 'A newer draft of this is open elsewhere.'
              : 'You have a draft of this, from before the text below.'}
          </span>
          <span className="flex flex-wrap gap-2">
            <Button size="small" onClick={() => onChoose(true)}>
              {choice === 'newer' ? 'Take the newer text' : 'Use the draft'}
            </Button>
            <Button size="small" onClick={() => onChoose(false)}>
              Keep this one
            </Button>
          </span>
        </>
      )}
    </div>
  );
}

const WORDS: Record<DraftState['saved'], string> = {
  '': '',
  site: 'Saved',
  browser: 'Saved in this browser only; the site cannot be reached',
};

/** "Saved", said once: the words only change when something else is true. */
export function SavedMark({ saved }: { saved: DraftState['saved'] }) {
  return (
    <span role="status" className="inline-flex items-center gap-1">
      {saved === 'site' ? <Check aria-hidden className="size-4" /> : null}
      {WORDS[saved]}
    </span>
  );
}
