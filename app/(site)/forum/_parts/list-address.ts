import type { OwnList } from '@/lib/forum/own-lists';
import type { StateFilter } from '@/lib/forum/queries';
import { oneValue, pageNumber } from '@/lib/web/page-number';

type Given = string | string[] | undefined;
export type ListSearch = Promise<{ page?: Given; state?: Given; list?: Given }>;
/** What the address of a list says; all of its filters are in it. */
export type ListChoice = { state?: StateFilter; list?: OwnList; page: number };

const STATES: readonly StateFilter[] = ['unsolved', 'unanswered', 'solved'];
const LISTS: readonly OwnList[] = ['mine', 'followed'];

/** Reads the address; what it does not know is left out. @param isMember a visitor has no lists of their own */
export function readListAddress(query: Awaited<ListSearch>, isMember: boolean): ListChoice {
  return {
    state: STATES.find((state) => state === oneValue(query.state)),
    list: isMember ? LISTS.find((list) => list === oneValue(query.list)) : undefined,
    page: pageNumber(query.page),
  };
}

/** The address of a list with these filters; the first page of everything has none. @param home without a query */
export function listAddress(home: string, { state, list, page = 1 }: Partial<ListChoice>): string {
  const parameters = new URLSearchParams();
  if (list) parameters.set('list', list);
  if (state) parameters.set('state', state);
  if (page > 1) parameters.set('page', String(page));
  return parameters.size > 0 ? `${home}?${parameters}` : home;
}
