import { z } from 'zod';

/** RFC 9457 problem document with our stable `code`. */
export const ProblemShape = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
  errors: z.record(z.string(), z.string()).optional(),
});

/** Largest page an API list gives (product.md). */
export const PER_PAGE_MAX = 100;
/** Deepest page served; beyond it a list is a crawl. */
export const PAGE_MAX = 100_000;

export const MoneyShape = z.object({ amountMinor: z.number().int(), currency: z.string() });
export const TimeShape = z.iso.datetime();
export const NoQuery = z.object({});
export const NoParams = z.object({});
export const NoInput = z.undefined();
export const IdParams = z.object({ id: z.string().min(1).max(64) });

/** `?page=&perPage=` of every list. */
export const PageQuery = z.object({
  page: z.coerce.number().int().min(1).max(PAGE_MAX).default(1),
  perPage: z.coerce.number().int().min(1).max(PER_PAGE_MAX).default(30),
});

/** The answer of every list. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    page: z.number().int(),
    perPage: z.number().int(),
    total: z.number().int(),
  });
}
