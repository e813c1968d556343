'use server';

import { addCategory } from '@/lib/categories/add-category';
import { moveCategory } from '@/lib/categories/move-category';
import { renameCategory } from '@/lib/categories/rename-category';
import { AddCategory, categoryWords, MoveCategory, RenameCategory } from '@/lib/categories/schema';
import { ownerAction } from '@/lib/web/action';

export const addCategoryAction = ownerAction({
  schema: AddCategory,
  limit: 'desk',
  run: addCategory,
  words: categoryWords,
  after: () => ({ message: 'Added, at the end of the list.', refresh: '/desk/categories' }),
});

export const renameCategoryAction = ownerAction({
  schema: RenameCategory,
  limit: 'desk',
  run: renameCategory,
  words: categoryWords,
  after: () => ({ message: 'Saved.', refresh: '/desk/categories' }),
});

export const moveCategoryAction = ownerAction({
  schema: MoveCategory,
  limit: 'desk',
  run: moveCategory,
  words: categoryWords,
  after: () => ({ refresh: '/desk/categories' }),
});
