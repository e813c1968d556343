import { PAGE_MAX } from '@/lib/web/api-shapes';

/** Lists on pages show this many (defaults: 30 a page). */
export const PER_PAGE = 30;

/** `?page=` of a page as a number from 1; anything else is the first page. */
export function pageNumber(raw: string | string[] | undefined): number {
  const text = Array.isArray(raw) ? raw[0] : raw;
  if (!text || !/^\d{1,6}$/.test(text)) return 1;
  return Math.min(Math.max(1, Number(text)), PAGE_MAX);
}

/** One value of a search parameter; the first when it was given several times. */
export function oneValue(raw: string | string[] | undefined): string | undefined {
  return Array.isArray(raw) ? raw[0] : raw;
}
