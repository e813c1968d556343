import type { ScorePart } from '@/lib/search/schema';

/** For the owner: why a result ranks where it does, in named points; in English, as everything at the desk. */
export function ScoreParts({ score, parts }: { score: number; parts: readonly ScorePart[] }) {
  return (
    <div lang="en" className="mt-3 rounded-lg border border-dashed border-edge/60 px-3 py-2 text-[0.88rem]">
      <p>
        <span className="font-semibold">Why here:</span>{' '}
        <span className="tabular-nums">{inPoints(score)} in all</span>
      </p>
      {parts.length > 0 ? (
        <ul className="mt-1 grid gap-x-6 gap-y-0.5 sm:grid-cols-2">
          {parts.map((part) => (
            <li key={part.name} className="flex justify-between gap-3">
              <span className="min-w-0 wrap-anywhere text-muted">{part.name}</span>
              <span className="tabular-nums">{inPoints(part.points)}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function inPoints(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
