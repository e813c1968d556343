/** `Retry-After` of an answer that found the database too busy: a queue of writes is shorter than that, unless it does not end at all. */
export const BUSY_SECONDS = 3;

/** Statuses of the reasons that mean the same in every room. */
const STATUS = {
  'not-found': 404,
  'not-allowed': 403,
  own: 403,
  'category-unknown': 422,
  'target-unknown': 422,
  'replies-unknown': 422,
  'too-many-links': 422,
  'too-many-images': 422,
} as const;

export type RefusalStatus = 403 | 404 | 409 | 422;

/** The HTTP status of a command's reason, for forms and the API alike; 409, the state of things does not allow it, where
 * a reason has none of its own. */
export function refusalStatus(reason: string): RefusalStatus {
  return Object.hasOwn(STATUS, reason) ? STATUS[reason as keyof typeof STATUS] : 409;
}
