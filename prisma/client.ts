import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "./generated/client.ts";

export type Database = PrismaClient;
/** What works inside and outside an interactive transaction. */
export type Transaction = Prisma.TransactionClient;

/**
 * A pooled client for one process. `url` is a postgresql:// address; `connections` bounds the pool. Sessions are in UTC, because the
 * columns hold UTC without saying so and SQL by hand compares them with now().
 */
export function createDatabase(url: string, connections = 10): Database {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: connections, options: "-c TimeZone=UTC" }) });
}

export { Prisma };
