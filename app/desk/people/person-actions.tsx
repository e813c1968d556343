import { ActionButton } from '@/app/_ui/action-button';
import { ConfirmDetails } from '@/app/_ui/confirm-details';
import { changeRoleAction, reinstatePersonAction } from '@/app/desk/people/actions';
import { SuspendForm } from '@/app/desk/people/suspend-form';
import type { PersonRow } from '@/lib/accounts/queries';
import { REASON_MAX } from '@/lib/accounts/schema';

/** What the person looking may do with one person; nothing is drawn for what they may not. */
export function PersonActions({ person }: { person: PersonRow }) {
  const isHelper = person.role === 'helper';
  return (
    <div className="flex flex-wrap items-start gap-2">
      {person.can.changeRole ? (
        <ConfirmDetails
          size="small"
          label={isHelper ? 'Dismiss as helper…' : 'Make a helper…'}
          question={
            isHelper
              ? 'They lose the desk at once and are signed out everywhere. Their account stays.'
              : 'Helpers moderate, write articles and see the desk, but not its settings. They are signed out once.'
          }
        >
          <ActionButton
            action={changeRoleAction}
            fields={{ personId: person.id, role: isHelper ? 'member' : 'helper' }}
            variant={isHelper ? 'danger' : 'primary'}
            size="small"
          >
            {isHelper ? 'Dismiss' : 'Make a helper'}
          </ActionButton>
        </ConfirmDetails>
      ) : null}
      {person.can.suspend && person.suspendedAt ? (
        <ActionButton
          action={reinstatePersonAction}
          fields={{ personId: person.id }}
          variant="secondary"
          size="small"
        >
          Lift suspension
        </ActionButton>
      ) : null}
      {person.can.suspend && !person.suspendedAt ? (
        <ConfirmDetails
          size="small"
          label="Suspend…"
          question="They are signed out at once and cannot sign in; their tokens stop. What they wrote stays. You can lift it at any time."
        >
          <SuspendForm personId={person.id} reasonMax={REASON_MAX} />
        </ConfirmDetails>
      ) : null}
    </div>
  );
}
