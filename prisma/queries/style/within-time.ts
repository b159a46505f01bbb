import { type Database, Prisma, type Transaction } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";

/** PostgreSQL's code for a statement that took too long. */
const CANCELLED = "57014";

/**
 * Runs reading queries whose statements may take so long each.
 * @throws DomainError `unavailable` with this message when one takes longer
 */
export async function withinTime<T>(
  db: Database,
  ms: number,
  message: string,
  read: (tx: Transaction) => Promise<T>,
): Promise<T> {
  try {
    return await db.$transaction(
      async (tx) => {
        await tx.$executeRaw`SELECT set_config('statement_timeout', ${String(ms)}, true)`;
        return read(tx);
      },
      { maxWait: 5_000, timeout: 6 * ms },
    );
  } catch (error) {
    if (isCancelled(error)) throw new DomainError("unavailable", message);
    throw error;
  }
}

function isCancelled(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && JSON.stringify(error.meta ?? {}).includes(CANCELLED);
}
