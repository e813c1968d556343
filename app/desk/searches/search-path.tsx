import { Card } from '@/app/_ui/card';
import type { Path } from '@/lib/insights/search-queries';

/** What became of the searches of a period, as plain numbers: a percentage of a handful says nothing. */
export function SearchPath({ looking, asking }: { looking: Path; asking: Path }) {
  const steps = [
    { count: looking.searches, words: looking.searches === 1 ? 'search' : 'searches' },
    { count: looking.opened, words: 'opened an answer' },
    { count: looking.solved, words: 'said that it helped' },
    { count: looking.asked, words: 'asked in the forum anyway' },
    { count: looking.refunded, words: 'asked for a refund the same day' },
  ];
  return (
    <>
      <Card flush>
        <ol className="grid gap-px bg-line sm:grid-cols-5">
          {steps.map((step) => (
            <li
              key={step.words}
              className="flex items-baseline gap-3 bg-surface px-5 py-3.5 sm:block sm:px-4 sm:py-5"
            >
              <span className="min-w-9 font-serif text-[1.7rem] leading-tight font-semibold tabular-nums">
                {step.count}
              </span>
              <span className="text-[0.95rem] text-muted sm:mt-1 sm:block">{step.words}</span>
            </li>
          ))}
        </ol>
      </Card>
      {asking.searches > 0 ? <p className="mt-3 max-w-prose text-muted">{askingWords(asking)}</p> : null}
    </>
  );
}

function askingWords({ searches, opened, solved, asked, ignored }: Path): string {
  const titles = searches === 1 ? 'one title was' : `${searches} titles were`;
  return `In the question form ${titles} typed: ${opened} opened an answer that was there already, ${solved} said that it helped, ${ignored} that it was none of them, ${asked} asked anyway.`;
}
