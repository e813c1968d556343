import Link from 'next/link';
import { ActionButton } from '@/app/_ui/action-button';
import { moveCategoryAction } from '@/app/desk/categories/actions';
import type { CategoryLimits } from '@/app/desk/categories/category-fields';
import { RenameForm } from '@/app/desk/categories/rename-form';
import type { DeskCategory } from '@/lib/categories/queries';

type Props = { category: DeskCategory; position: number; isLast: boolean; limits: CategoryLimits };

/** One category of the list with everything the owner can do to it. */
export function CategoryLine({ category, position, isLast, limits }: Props) {
  return (
    <li className="grid gap-3 px-5 py-4">
      <div>
        <p className="font-semibold">
          <bdi>{category.name}</bdi>
        </p>
        {category.description ? (
          <p dir="auto" className="text-muted">
            {category.description}
          </p>
        ) : null}
        <Contents category={category} />
      </div>
      <div className="flex flex-wrap items-start gap-2">
        {position > 0 ? (
          <MoveButton category={category} to={position - 1}>
            Move up
          </MoveButton>
        ) : null}
        {isLast ? null : (
          <MoveButton category={category} to={position + 1}>
            Move down
          </MoveButton>
        )}
        <RenameForm
          id={category.id}
          name={category.name}
          description={category.description}
          limits={limits}
        />
      </div>
    </li>
  );
}

function Contents({ category: { slug, articles, threads } }: { category: DeskCategory }) {
  if (articles + threads === 0) return <p className="text-[0.9rem] text-muted">Nothing in it yet</p>;
  const query = new URLSearchParams({ category: slug });
  return (
    <p className="flex flex-wrap gap-x-4 text-[0.9rem]">
      {articles > 0 ? (
        <Link href={`/faq?${query}`} prefetch={false} className="text-link">
          {articles === 1 ? 'One article' : `${articles} articles`}
        </Link>
      ) : null}
      {threads > 0 ? (
        <Link href={`/forum/${slug}`} prefetch={false} className="text-link">
          {threads === 1 ? 'One thread' : `${threads} threads`}
        </Link>
      ) : null}
    </p>
  );
}

type MoveProps = { category: DeskCategory; to: number; children: string };

function MoveButton({ category, to, children }: MoveProps) {
  return (
    <ActionButton
      action={moveCategoryAction}
      fields={{ id: category.id, position: String(to) }}
      pendingLabel="Moving…"
      variant="secondary"
      size="small"
    >
      {children}
      <span className="sr-only"> {category.name}</span>
    </ActionButton>
  );
}
