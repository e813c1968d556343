import Link from 'next/link';
import { Card } from '@/app/_ui/card';
import { TimeAgo } from '@/app/_ui/time-ago';
import type { SolvedThreads } from '@/lib/forum/solutions/solved-by';
import type { Spoken } from '@/lib/words/catalogue';
import { sayCount } from '@/lib/words/say';

type Props = { solved: SolvedThreads; now: Date; timeZone: string; spoken: Spoken };

/** Whose problems this person solved: the newest answers that were accepted. */
export function SolvedList({ solved, now, timeZone, spoken: { words, language } }: Props) {
  return (
    <section aria-labelledby="solved" className="mb-10">
      <h2 id="solved" className="mb-4">
        {sayCount(words.profile.solved, solved.total, language)}
      </h2>
      <Card flush>
        <ul className="divide-y divide-line">
          {solved.items.map((answer) => (
            <li key={answer.replyId} className="px-5 py-4 sm:px-6">
              <Link
                href={answer.href}
                dir="auto"
                className="font-semibold hover:text-accent-text hover:underline"
              >
                {answer.title}
              </Link>
              <p dir="auto" className="mt-1 text-[0.92rem] text-muted">
                {answer.excerpt}
              </p>
              <p className="mt-1 text-[0.92rem] text-muted">
                <TimeAgo at={answer.at} now={now} timeZone={timeZone} language={language} />
              </p>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}
