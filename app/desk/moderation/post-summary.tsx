import Link from 'next/link';
import { Badge } from '@/app/_ui/badge';
import type { ModeratedPost } from '@/lib/moderation/queries';

/** Which post it is: kind, thread, author and first words. */
export function PostSummary({ post }: { post: ModeratedPost }) {
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-center gap-2">
        <Badge>{post.kind === 'thread' ? 'Question' : 'Reply'}</Badge>
        <Link
          href={post.href}
          dir="auto"
          className="font-serif text-[1.08rem] font-semibold hover:text-accent-text hover:underline"
        >
          {post.title}
        </Link>
      </p>
      <p className="mt-1 text-[0.9rem] text-muted">
        by <bdi>{post.author}</bdi>
      </p>
      <p dir="auto" className="mt-2 max-w-prose">
        {post.excerpt}
      </p>
    </div>
  );
}
