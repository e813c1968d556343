import { Search } from 'lucide-react';
import type { Metadata } from 'next';
import { Badge } from '@/app/_ui/badge';
import { Button, ButtonLink } from '@/app/_ui/button';
import { EmptyState } from '@/app/_ui/empty-state';
import { TextInput } from '@/app/_ui/field';
import { PageHeader } from '@/app/_ui/page-header';
import { Pagination } from '@/app/_ui/pagination';
import { PersonName } from '@/app/_ui/person-name';
import { DataTable } from '@/app/_ui/table';
import { DateTime } from '@/app/_ui/time-ago';
import { PersonActions } from '@/app/desk/people/person-actions';
import { type PersonRow, peoplePage } from '@/lib/accounts/queries';
import { requireHelper } from '@/lib/accounts/session';
import { shopSettings } from '@/lib/settings/queries';
import { oneValue, PER_PAGE, pageNumber } from '@/lib/web/page-number';

export const metadata: Metadata = { title: 'People' };

/** No name or address is longer. */
const SEARCH_MAX = 254;
const COLUMNS = [
  { key: 'name', label: 'Name' },
  { key: 'email', label: 'E-mail' },
  { key: 'since', label: 'Since', nowrap: true },
  { key: 'actions', label: '' },
];

type Props = { searchParams: Promise<{ q?: string | string[]; page?: string | string[] }> };

export default async function PeoplePage({ searchParams }: Props) {
  const actor = await requireHelper();
  const query = await searchParams;
  const search = (oneValue(query.q) ?? '').slice(0, SEARCH_MAX);
  const page = pageNumber(query.page);
  const [{ people, total }, { timeZone }] = await Promise.all([
    peoplePage(search, page, PER_PAGE, actor),
    shopSettings(),
  ]);
  return (
    <>
      <PageHeader
        title="People"
        intro="Everybody with a name here. Suspending takes effect at once and can be lifted."
      />
      <search className="mb-6 block max-w-xl">
        <form action="/desk/people" method="get" className="flex gap-2">
          <TextInput
            type="search"
            name="q"
            aria-label="Name or e-mail"
            placeholder="Name or e-mail"
            defaultValue={search}
            maxLength={SEARCH_MAX}
          />
          <Button type="submit" variant="primary" className="shrink-0">
            <Search aria-hidden />
            <span className="max-sm:sr-only">Search</span>
          </Button>
        </form>
      </search>
      {people.length === 0 ? (
        <EmptyState
          title="Nobody found"
          action={search ? <ButtonLink href="/desk/people">Show everybody</ButtonLink> : null}
        >
          Search for a part of a name or of an address.
        </EmptyState>
      ) : (
        <DataTable
          caption="People"
          columns={COLUMNS}
          rows={people.map((person) => ({ key: person.id, cells: cellsOf(person, timeZone) }))}
        />
      )}
      <Pagination
        page={page}
        perPage={PER_PAGE}
        total={total}
        hrefFor={(number) => pageAddress(search, number)}
      />
    </>
  );
}

function cellsOf(person: PersonRow, timeZone: string) {
  return {
    name: (
      <span className="flex flex-wrap items-center gap-2">
        <PersonName name={person.name} role={person.role} href={`/u/${encodeURIComponent(person.name)}`} />
        {person.suspendedAt ? <Badge tone="bad">Suspended</Badge> : null}
      </span>
    ),
    email: person.email ? (
      <bdi className="md:inline-block md:min-w-60">{person.email}</bdi>
    ) : (
      <span className="text-muted">imported, no sign-in</span>
    ),
    since: <DateTime at={person.createdAt} timeZone={timeZone} dateOnly />,
    actions: <PersonActions person={person} />,
  };
}

function pageAddress(search: string, page: number): string {
  const query = new URLSearchParams();
  if (search) query.set('q', search);
  if (page > 1) query.set('page', String(page));
  const text = query.toString();
  return text ? `/desk/people?${text}` : '/desk/people';
}
