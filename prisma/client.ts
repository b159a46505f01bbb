import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { log } from "#worker/log.ts";
import { Prisma, PrismaClient } from "./generated/client.ts";
import { statementNames } from "./statement-names.ts";

export type Database = PrismaClient;
/** Database access inside a transaction; a `Database` fits too. */
export type Transaction = Prisma.TransactionClient;

/**
 * Creates a client with a pool of at most `connections`. Sessions run in UTC, since timestamp columns hold UTC without a zone
 * and raw SQL compares them with now(). Error messages omit query values, because they are logged and values include tokens. Statements are
 * prepared once in each connection, unless the address says `pgbouncer=true`: PgBouncer before 1.21 mixes the connections up.
 */
export function createDatabase(url: string, connections = 10): Database {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    // As a statement, which PgBouncer takes over to the next server connection. It refuses or drops start-up options, depending on its version.
    onConnect: (client) => client.query("SET TimeZone TO 'UTC'"),
  });
  // Without this listener, an error on a checked-out connection between two queries would end the process.
  pool.on("connect", (client) =>
    client.on("error", (error) => log.warn(connectionFault(error), "the database ended a connection")),
  );
  pool.on("error", (error) => log.warn(connectionFault(error), "an idle database connection failed"));
  const isPooled = new URL(url).searchParams.get("pgbouncer") === "true";
  const adapter = new PrismaPg(pool, {
    disposeExternalPool: true,
    ...(isPooled ? {} : { statementNameGenerator: statementNames() }),
  });
  return new PrismaClient({ adapter, errorFormat: "minimal", transactionOptions: { maxWait: 10_000, timeout: 60_000 } });
}

/** Returns what a log needs of a connection's error. The pool adds the whole client to it, which would fill pages. */
function connectionFault(error: Error & { code?: string }) {
  return { reason: error.message, code: error.code };
}

export { Prisma };
