import type { Metadata } from 'next';
import { Card } from '@/app/_ui/card';
import { PageHeader } from '@/app/_ui/page-header';
import { AddForm } from '@/app/desk/categories/add-form';
import { CategoryLine } from '@/app/desk/categories/category-line';
import { requireOwner } from '@/lib/accounts/session';
import { deskCategories } from '@/lib/categories/queries';
import { CATEGORY_DESCRIPTION_MAX, CATEGORY_NAME_MAX } from '@/lib/categories/schema';

export const metadata: Metadata = { title: 'Categories' };

const LIMITS = { name: CATEGORY_NAME_MAX, description: CATEGORY_DESCRIPTION_MAX };

export default async function CategoriesPage() {
  await requireOwner();
  const categories = await deskCategories();
  return (
    <>
      <PageHeader
        title="Categories"
        intro="Articles and threads share them. Visitors see those with something in them, in this order."
        breadcrumbs={[{ href: '/desk/settings', label: 'Settings' }]}
      />
      <div className="grid max-w-[60rem] gap-8">
        <Card flush>
          <ol aria-label="Categories" className="divide-y divide-line">
            {categories.map((category, position) => (
              <CategoryLine
                key={category.id}
                category={category}
                limits={LIMITS}
                position={position}
                isLast={position === categories.length - 1}
              />
            ))}
          </ol>
        </Card>
        <Card>
          <h2 className="mb-5">New category</h2>
          <AddForm limits={LIMITS} />
        </Card>
      </div>
    </>
  );
}
