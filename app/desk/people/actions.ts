'use server';

import { changeRole } from '@/lib/accounts/change-role';
import { reinstatePerson } from '@/lib/accounts/reinstate-person';
import { RoleForm, roleWords, SuspensionForm, suspensionWords } from '@/lib/accounts/schema';
import { suspendPerson } from '@/lib/accounts/suspend-person';
import { helperAction, ownerAction } from '@/lib/web/action';

export const changeRoleAction = ownerAction({
  schema: RoleForm,
  limit: 'desk',
  run: changeRole,
  words: roleWords,
  after: () => ({ refresh: '/desk/people' }),
});

export const suspendPersonAction = helperAction({
  schema: SuspensionForm,
  limit: 'desk',
  run: suspendPerson,
  words: suspensionWords,
  after: () => ({ refresh: '/desk/people' }),
});

export const reinstatePersonAction = helperAction({
  schema: SuspensionForm,
  limit: 'desk',
  run: reinstatePerson,
  words: suspensionWords,
  after: () => ({ refresh: '/desk/people' }),
});
