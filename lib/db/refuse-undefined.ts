import type { PrismaClient } from '@/lib/generated/sqlite/client';

/** To Prisma `where: { tokenHash: undefined }` means "any": these would change every row, or hand out somebody's. */
const DANGEROUS = new Set([
  'deleteMany',
  'updateMany',
  'updateManyAndReturn',
  'findFirst',
  'findFirstOrThrow',
]);

/** The same client, on which a dangerous operation with an `undefined` anywhere in its `where` throws. Lists may leave a
 * filter out by `undefined`, as Prisma's manual shows. */
export function refuseUndefined(client: PrismaClient): PrismaClient {
  const extended = client.$extends({
    query: {
      $allModels: {
        async $allOperations({ model, operation, args, query }) {
          if (DANGEROUS.has(operation)) assertDefined(args, `${model}.${operation}`);
          return await query(args);
        },
      },
    },
  });
  return extended as unknown as PrismaClient;
}

function assertDefined(args: object | undefined, operation: string): void {
  if (args && 'where' in args && hasUndefined(args.where)) {
    throw new Error(
      `${operation} got undefined in its where, which Prisma takes as "every row"; check the value first.`,
    );
  }
}

function hasUndefined(value: unknown): boolean {
  if (value === undefined) return true;
  if (typeof value !== 'object' || value === null || value instanceof Date || value instanceof Uint8Array)
    return false;
  return Object.values(value).some(hasUndefined);
}
