/** A number as the length of a bar; the number itself stands beside it. */
export function CountBar({ count, of }: { count: number; of: number }) {
  const width = of === 0 ? 0 : Math.max(1, (count / of) * 100);
  return (
    <svg
      aria-hidden
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      className="block h-3 w-full min-w-24 rounded-full bg-sunken"
    >
      <rect width={width} height={10} className="fill-accent" />
    </svg>
  );
}
