type Facts = { codes: string[]; kinds: string[]; messages: string[]; constraint: Constraint | null };
type Constraint = { fields?: string[]; index?: string };

/** Prisma: write conflict, and a lock that was not free in time. PostgreSQL: serialization failure, deadlock. */
const CONFLICT_CODES = ['P2034', 'P1008', '40001', '40P01'];
const CONFLICT_KINDS = ['TransactionWriteConflict', 'SocketTimeout'];

/** Whether a transaction failed only because something else was in the way, so that trying it again makes sense. */
export function isConflict(error: unknown): boolean {
  const { codes, kinds } = factsOf(error);
  return codes.some(isConflictCode) || kinds.some((kind) => CONFLICT_KINDS.includes(kind));
}

/** Prisma: no connection could be made, and the database has no connection left. */
const CONNECTION_CODES = ['P1001', 'P2037'];
const CONNECTION_KINDS = ['DatabaseNotReachable', 'TooManyConnections'];

/** Whether the database was not even asked, because there was no connection for it: nothing was done. */
export function neverBegan(error: unknown): boolean {
  const { codes, kinds, messages } = factsOf(error);
  if (codes.some((code) => CONNECTION_CODES.includes(code))) return true;
  if (kinds.some((kind) => CONNECTION_KINDS.includes(kind))) return true;
  // Prisma has one code for all that goes wrong around transactions; only its words tell them apart.
  return codes.includes('P2028') && messages.some((words) => words.includes('Unable to start a transaction'));
}

/** Whether a statement or transaction failed only because the database has too much to do, and nothing of it was kept:
 * the same thing may be asked for again in a moment. */
export function isBusy(error: unknown): boolean {
  if (isConflict(error) || neverBegan(error)) return true;
  // It took longer than it may and was rolled back.
  const { codes, messages } = factsOf(error);
  return codes.includes('P2028') && messages.some((words) => words.includes('on an expired transaction'));
}

/** Whether a write met a row that is already there. */
export function isUniqueViolation(error: unknown): boolean {
  const { codes, kinds } = factsOf(error);
  return codes.includes('P2002') || kinds.includes('UniqueConstraintViolation');
}

/** Whether a statement named a table that does not exist, as every one does before the first migration. */
export function isMissingTable(error: unknown): boolean {
  return factsOf(error).kinds.includes('TableDoesNotExist');
}

/** Whether a write met a row with the same value in exactly these fields (`'slug'`, or `'orderId', 'seq'`).
 * PostgreSQL names only the index, and that of a primary key says nothing of its fields: there this answers true for
 * `'id'` alone; for a table with another key ask `isUniqueViolation`. */
export function uniqueViolationOn(error: unknown, ...fields: string[]): boolean {
  if (!isUniqueViolation(error)) return false;
  const constraint = factsOf(error).constraint;
  if (constraint?.fields) return [...constraint.fields].sort().join() === [...fields].sort().join();
  if (!constraint?.index) return false;
  if (constraint.index.endsWith('_pkey')) return fields.join() === 'id';
  return constraint.index.endsWith(`_${fields.join('_')}_key`);
}

function isConflictCode(code: string): boolean {
  return CONFLICT_CODES.includes(code) || code.startsWith('SQLITE_BUSY');
}

/** What an error of Prisma, of its adapter or of the driver says of itself. Told by shape, not by class: the classes
 * exist once per bundle and once per generated client. */
function factsOf(error: unknown): Facts {
  const facts: Facts = { codes: [], kinds: [], messages: [], constraint: null };
  const queue: unknown[] = [error];
  for (let depth = 0; depth < 8 && queue.length > 0; depth += 1) {
    const item = queue.shift();
    if (typeof item !== 'object' || item === null) continue;
    const { code, originalCode, kind, message, constraint, cause, meta, driverAdapterError } = item as Record<
      string,
      unknown
    >;
    for (const value of [code, originalCode]) if (typeof value === 'string') facts.codes.push(value);
    if (typeof kind === 'string') facts.kinds.push(kind);
    if (typeof message === 'string') facts.messages.push(message);
    if (typeof constraint === 'object' && constraint !== null) facts.constraint ??= constraint;
    queue.push(cause, meta, driverAdapterError);
  }
  return facts;
}
