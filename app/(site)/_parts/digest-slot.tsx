import { ChevronDown, ChevronRight, Lamp } from 'lucide-react';
import Link from 'next/link';
import { Prose } from '@/app/_ui/prose';
import { Sentence } from '@/app/_ui/sentence';
import { dayIn } from '@/app/_ui/time-words';
import type { Spoken } from '@/lib/words/catalogue';

type Props = {
  /** From `pinnedDigest` in lib/digests/queries.ts; null before the first publication draws nothing. */
  digest: { date: string; title: string; html: string } | null;
  spoken: Spoken;
};

/** The one pinned slot of the site: the digest that was published last, open, and closed by one press. */
export function DigestSlot({ digest, spoken }: Props) {
  if (!digest) return null;
  const words = spoken.words.parts.digest;
  return (
    <section aria-labelledby="digest-title" className="rounded-2xl border border-accent-line bg-accent-soft">
      <details open className="group">
        <summary className="flex min-h-11 list-none items-start gap-3 rounded-2xl px-4 py-3.5 sm:px-6 sm:py-4">
          <Lamp aria-hidden className="mt-1 size-5 shrink-0 text-accent-text" />
          <span className="min-w-0 grow">
            <span className="block text-[0.88rem] text-muted">
              <DigestOf date={digest.date} spoken={spoken} />
            </span>
            <h2 id="digest-title" dir="auto" className="text-[1.2rem]! leading-snug">
              {digest.title}
            </h2>
          </span>
          <ChevronDown
            aria-hidden
            className="mt-3 size-5 shrink-0 text-muted transition-transform group-open:rotate-180"
          />
        </summary>
        <div className="px-4 pb-4 sm:px-6 sm:pb-5 sm:ps-14">
          <Prose html={digest.html} className="prose-small" />
          <p className="mt-3 flex flex-wrap gap-x-5">
            <Link href={`/digests/${digest.date}`} className="text-link inline-flex min-h-11 items-center">
              {words.own}
            </Link>
            <Link href="/digests" className="text-link inline-flex min-h-11 items-center">
              {words.earlier}
            </Link>
          </p>
        </div>
      </details>
    </section>
  );
}

/** Only its heading line, which leads to the digest: where on a phone the list is what people came for. */
export function DigestLine({ digest, spoken }: { digest: { date: string; title: string }; spoken: Spoken }) {
  return (
    <Link
      href={`/digests/${digest.date}`}
      className="flex min-h-11 items-start gap-3 rounded-2xl border border-accent-line bg-accent-soft px-4 py-3"
    >
      <Lamp aria-hidden className="mt-1 size-5 shrink-0 text-accent-text" />
      <span className="min-w-0 grow">
        <span className="block text-[0.88rem] text-muted">
          <DigestOf date={digest.date} spoken={spoken} />
        </span>
        <span dir="auto" className="block leading-snug font-semibold">
          {digest.title}
        </span>
      </span>
      <ChevronRight aria-hidden className="mt-3 size-5 shrink-0 text-muted" />
    </Link>
  );
}

function DigestOf({ date, spoken }: { date: string; spoken: Spoken }) {
  const day = <time dateTime={date}>{dayIn(date, spoken.language)}</time>;
  return <Sentence text={spoken.words.parts.digest.of} places={{ day }} />;
}
