import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { log } from "#worker/log.ts";
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
  const pool = new Pool({ connectionString: url, max: connections, options: "-c TimeZone=UTC" });
  // A connection that the server ends between two queries has no other listener, and would end this process.
  pool.on("connect", (client) =>
    client.on("error", (error) => log.warn(connectionFault(error), "the database ended a connection")),
  );
  pool.on("error", (error) => log.warn(connectionFault(error), "an idle database connection failed"));
  const adapter = new PrismaPg(pool, { disposeExternalPool: true });
  return new PrismaClient({ adapter, errorFormat: "minimal", transactionOptions: { maxWait: 10_000, timeout: 60_000 } });
}

/** Returns what a log needs of a connection's error. The pool adds the whole client to it, which would fill pages. */
function connectionFault(error: Error & { code?: string }) {
  return { reason: error.message, code: error.code };
}

export { Prisma };
