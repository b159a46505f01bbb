import { Client } from "pg";
import { z } from "zod";
import { DomainError } from "#worker/core/errors.ts";
import { migrationNames } from "./migrate.ts";

/**
 * `empty`: no tables. `foreign`: another program's, with some of its tables. `ours`: made by this product, with the migrations that it lacks, and
 * those that this version does not know.
 */
export type DatabaseState =
  | { kind: "empty" }
  | { kind: "foreign"; tables: string[] }
  | { kind: "ours"; missing: string[]; unknown: string[] };

const tablesSchema = z.array(z.object({ name: z.string() }));
const migrationsSchema = z.array(z.object({ name: z.string(), isApplied: z.boolean() }));
const MIGRATIONS_TABLE = "_prisma_migrations";
const SHOWN_TABLES = 3;

/** Returns whose database it is, and how old. Tables that belong to an extension of PostgreSQL do not count. */
export async function readDatabaseState(client: Client): Promise<DatabaseState> {
  const { rows } = await client.query(`
    SELECT class.relname AS "name" FROM pg_class AS class
    WHERE class.relnamespace = to_regnamespace('public') AND class.relkind IN ('r', 'p', 'v', 'm', 'f')
      AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = class.oid AND deptype = 'e')
    ORDER BY class.relname`);
  const tables = tablesSchema.parse(rows).map(({ name }) => name);
  const others = tables.filter((name) => name !== MIGRATIONS_TABLE);
  const recorded = tables.includes(MIGRATIONS_TABLE) ? await readMigrations(client) : [];
  const known = await migrationNames();
  if (recorded.some(({ name }) => name === known[0])) {
    const applied = new Set(recorded.filter(({ isApplied }) => isApplied).map(({ name }) => name));
    return {
      kind: "ours",
      missing: known.filter((name) => !applied.has(name)),
      unknown: [...applied].filter((name) => !known.includes(name)),
    };
  }
  return others.length === 0 ? { kind: "empty" } : { kind: "foreign", tables: others.slice(0, SHOWN_TABLES) };
}

async function readMigrations(client: Client): Promise<z.infer<typeof migrationsSchema>> {
  const { rows } = await client.query(`
    SELECT migration_name AS "name", finished_at IS NOT NULL AND rolled_back_at IS NULL AS "isApplied"
    FROM public.${MIGRATIONS_TABLE} ORDER BY migration_name`);
  return migrationsSchema.parse(rows);
}

/** Opens a connection to the database of DATABASE_URL. @throws DomainError `unavailable` with the reason */
export async function connectTo(databaseUrl: string): Promise<Client> {
  const client = new Client({ connectionString: databaseUrl });
  try {
    await client.connect();
  } catch (error) {
    const { host, pathname } = new URL(databaseUrl);
    const reasons = (error instanceof AggregateError ? error.errors : [error]).map(messageOf).join("; ");
    throw new DomainError(
      "unavailable",
      `The database at ${host}${pathname} (DATABASE_URL) cannot be used: ${reasons}. Check that it runs and that the address is right.`,
      { cause: error },
    );
  }
  // A lost connection fails the query under way; without a listener it would end the process.
  client.on("error", () => undefined);
  return client;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Refuses a database of another program before it is migrated. @throws DomainError `conflict` or `unavailable` */
export async function refuseForeignDatabase(databaseUrl: string): Promise<void> {
  refuseForeign(await stateOf(databaseUrl));
}

/** Refuses a database that is not this version's own, or that is not migrated yet. @throws DomainError `conflict` or `unavailable` */
export async function requireOwnDatabase(databaseUrl: string): Promise<void> {
  const refusal = refusalOf(await stateOf(databaseUrl));
  if (refusal !== null) throw new DomainError("conflict", refusal);
}

async function stateOf(databaseUrl: string): Promise<DatabaseState> {
  const client = await connectTo(databaseUrl);
  try {
    return await readDatabaseState(client);
  } finally {
    await client.end();
  }
}

/** Refuses a database of another program. @throws DomainError `conflict` */
export function refuseForeign(state: DatabaseState): void {
  if (state.kind === "foreign") throw new DomainError("conflict", foreignText(state.tables));
}

function refusalOf(state: DatabaseState): string | null {
  if (state.kind === "empty")
    return "The database of DATABASE_URL is empty. Check its name. If it is right, run `npm run migrate` first, which creates the tables.";
  if (state.kind === "foreign") return foreignText(state.tables);
  if (state.unknown.length > 0)
    return `The database was made by a newer version of Flawless, which has the migration ${state.unknown[0]}. Use that version.`;
  if (state.missing.length > 0)
    return "The database is that of an older version of Flawless. Run `npm run migrate` first, or `npm start` if that runs its own database, and then this command again.";
  return null;
}

function foreignText(tables: readonly string[]): string {
  const named = tables.map((name) => `“${name}”`).join(", ");
  return `The database of DATABASE_URL belongs to another program: it has tables such as ${named}, and none of Flawless. Nothing was changed. Name a database of its own for Flawless in DATABASE_URL.`;
}
