import { Client } from "pg";
import { SUPERUSER } from "./embedded-postgres-server.ts";

export const DATABASE = "flawless";
/** The database role that the product uses. */
export const OWNER = "flawless_app";

const RIGHTS = "LOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB NOREPLICATION NOBYPASSRLS";

/**
 * Hands everything that the superuser owns outside PostgreSQL's own schemas to the product's role, for databases made by older
 * versions. REASSIGN OWNED refuses to do this for the bootstrap superuser. Column sequences follow their table; extension
 * members stay.
 */
const HAND_OVER = `
DO $$
DECLARE
  statement text;
BEGIN
  FOR statement IN
    WITH own AS (
      SELECT oid, nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
    ), bound AS (
      SELECT classid, objid FROM pg_depend WHERE deptype IN ('e', 'i') OR (deptype = 'a' AND refobjsubid > 0)
    ), former AS (
      SELECT '${SUPERUSER}'::regrole::oid AS role
    )
    SELECT format('ALTER SCHEMA %I OWNER TO ${OWNER}', nspname)
      FROM own JOIN pg_namespace USING (oid, nspname), former WHERE nspowner = role
    UNION ALL
    SELECT format('ALTER TABLE %I.%I OWNER TO ${OWNER}', nspname, relname)
      FROM pg_class c JOIN own ON own.oid = relnamespace, former
      WHERE relowner = role AND relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
      AND (relkind <> 'S' OR NOT EXISTS (SELECT FROM bound WHERE classid = 'pg_class'::regclass AND objid = c.oid))
    UNION ALL
    SELECT format('ALTER TYPE %I.%I OWNER TO ${OWNER}', nspname, typname)
      FROM pg_type t JOIN own ON own.oid = typnamespace, former
      WHERE typowner = role AND (typtype IN ('e', 'd', 'r') OR typtype = 'c'
      AND EXISTS (SELECT FROM pg_class WHERE pg_class.oid = typrelid AND relkind = 'c'))
      AND NOT EXISTS (SELECT FROM bound WHERE classid = 'pg_type'::regclass AND objid = t.oid)
    UNION ALL
    SELECT format('ALTER ROUTINE %s OWNER TO ${OWNER}', p.oid::regprocedure)
      FROM pg_proc p JOIN own ON own.oid = pronamespace, former
      WHERE proowner = role AND NOT EXISTS (SELECT FROM bound WHERE classid = 'pg_proc'::regclass AND objid = p.oid)
  LOOP
    EXECUTE statement;
  END LOOP;
END $$`;

/**
 * Creates the product's database and its owner, an ordinary role, where they are missing, and sets the role's password.
 * `adminUrlAt` returns the superuser's address of a database.
 */
export async function provideOwner(adminUrlAt: (database: string) => string, password: string): Promise<void> {
  await withClient(adminUrlAt("postgres"), async (client) => {
    if (!(await exists(client, "SELECT 1 FROM pg_roles WHERE rolname = $1", OWNER))) await client.query(`CREATE ROLE ${OWNER}`);
    await client.query(`ALTER ROLE ${OWNER} ${RIGHTS} PASSWORD ${client.escapeLiteral(password)}`);
    const isThere = await exists(client, "SELECT 1 FROM pg_database WHERE datname = $1", DATABASE);
    await client.query(`${isThere ? "ALTER" : "CREATE"} DATABASE ${DATABASE} OWNER ${isThere ? "TO " : ""}${OWNER}`);
  });
  await withClient(adminUrlAt(DATABASE), (client) => client.query(HAND_OVER));
}

async function exists(client: Client, sql: string, name: string): Promise<boolean> {
  return ((await client.query(sql, [name])).rowCount ?? 0) > 0;
}

async function withClient(url: string, use: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}
