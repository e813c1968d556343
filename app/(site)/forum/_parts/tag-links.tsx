import Link from 'next/link';

/** Tags as links to their lists. */
export function TagLinks({
  tags,
  label,
}: {
  tags: readonly { slug: string; name: string }[];
  label: string;
}) {
  if (tags.length === 0) return null;
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-x-4">
        {tags.map((tag) => (
          <li key={tag.slug}>
            <Link
              href={`/forum/tags/${encodeURIComponent(tag.slug)}`}
              rel="tag"
              className="inline-flex min-h-11 items-center text-[0.95rem] text-muted underline decoration-line underline-offset-4 hover:text-accent-text hover:decoration-current"
            >
              <bdi>{tag.name}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
