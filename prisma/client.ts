import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "./generated/client.ts";

export type Database = PrismaClient;
/** What works inside and outside an interactive transaction. */
export type Transaction = Prisma.TransactionClient;

/**
 * A pooled client for one process. `url` is a postgresql:// address; `connections` bounds the pool. Sessions are in UTC, because the
 * columns hold UTC without saying so and SQL by hand compares them with now(). Errors do not quote a query's values: they go to logs, and
 * tokens are among them.
 */
export function createDatabase(url: string, connections = 10): Database {
  const adapter = new PrismaPg({ connectionString: url, max: connections, options: "-c TimeZone=UTC" });
  return new PrismaClient({ adapter, errorFormat: "minimal", transactionOptions: { maxWait: 10_000, timeout: 60_000 } });
}

export { Prisma };
