import type { Metadata } from 'next';
import { ActionButton } from '@/app/_ui/action-button';
import { Card } from '@/app/_ui/card';
import { ConfirmDetails } from '@/app/_ui/confirm-details';
import { EmptyState } from '@/app/_ui/empty-state';
import { PageHeader } from '@/app/_ui/page-header';
import { DataTable } from '@/app/_ui/table';
import { TimeAgo } from '@/app/_ui/time-ago';
import { revokeTokenAction } from '@/app/desk/settings/tokens/actions';
import { TokenForm } from '@/app/desk/settings/tokens/token-form';
import { scopesAllowed } from '@/lib/accounts/policy';
import { type TokenRow, tokensInUse } from '@/lib/accounts/queries';
import { TOKEN_LABEL_MAX } from '@/lib/accounts/schema';
import { requireHelper } from '@/lib/accounts/session';
import { now } from '@/lib/clock';

export const metadata: Metadata = { title: 'API tokens' };

const MEANINGS = {
  read: 'Read what its person may read.',
  write: 'Ask, reply, vote, request refunds, as its person.',
  moderate: 'Write articles, hide, lock, promote, publish digests.',
  admin: 'Import orders; has its own high limit.',
};
const COLUMNS = [
  { key: 'label', label: 'For' },
  { key: 'person', label: 'Acts as' },
  { key: 'scopes', label: 'May' },
  { key: 'made', label: 'Made', nowrap: true },
  { key: 'used', label: 'Last used', nowrap: true },
  { key: 'actions', label: '' },
];

export default async function TokensPage() {
  const actor = await requireHelper();
  const tokens = await tokensInUse(actor);
  const at = now();
  return (
    <>
      <PageHeader
        title="API tokens"
        intro="A token lets a program do what its person may do, without signing in. Treat it like a password."
        breadcrumbs={[{ href: '/desk/settings', label: 'Settings' }]}
      />
      <div className="grid gap-8">
        <Card>
          <h2 className="mb-5">New token</h2>
          <TokenForm
            scopes={scopesAllowed(actor.role).map((name) => ({ name, meaning: MEANINGS[name] }))}
            labelMax={TOKEN_LABEL_MAX}
          />
        </Card>
        <section aria-labelledby="in-use">
          <h2 id="in-use" className="mb-4">
            In use
          </h2>
          {tokens.length === 0 ? (
            <EmptyState title="No tokens in use">
              Make one above, or on the server: npm run token -- --email … --scopes read,write
            </EmptyState>
          ) : (
            <DataTable
              caption="API tokens in use"
              columns={COLUMNS}
              rows={tokens.map((token) => ({ key: token.id, cells: cellsOf(token, at) }))}
            />
          )}
        </section>
      </div>
    </>
  );
}

function cellsOf(token: TokenRow, at: Date) {
  return {
    label: token.label,
    person: <bdi>{token.person}</bdi>,
    scopes: token.scopes.join(', '),
    made: <TimeAgo at={token.createdAt} now={at} />,
    used: token.lastUsedAt ? <TimeAgo at={token.lastUsedAt} now={at} /> : 'never',
    actions: (
      <ConfirmDetails
        size="small"
        label="Revoke…"
        question="Programs that use it are refused from the next request on."
      >
        <ActionButton action={revokeTokenAction} fields={{ tokenId: token.id }} variant="danger" size="small">
          Revoke
        </ActionButton>
      </ConfirmDetails>
    ),
  };
}
