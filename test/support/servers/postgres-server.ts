import { randomBytes } from "node:crypto";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "#prisma/migrate.ts";
import { startPgBouncer } from "./pgbouncer.ts";
import { startThrowawayPostgres } from "./throwaway-postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /**
     * A database user who may create databases, the user that works in them as the product does, and the migrated database from
     * which each test file's own is copied. `pooledUrl` is the owner's address through PgBouncer, or the same one if the tests run without it.
     */
    postgres: { adminUrl: string; ownerUrl: string; pooledUrl: string; template: string };
  }
}

type Template = { adminUrl: string; ownerUrl: string; pooledUrl: string; template: string; remove(): Promise<void> };

/** A time zone that is not ours, so that a connection that PgBouncer did not set up gives wrong times. */
const ELSEWHERE = { timezone: "Asia/Kolkata" };

declare global {
  /**
   * Shared by all Vitest projects of a run, since each loads this module again and the migration engine cannot run twice at a
   * time.
   */
  var sharedTestTemplate: { users: number; made: Promise<Template> } | undefined;
}

/**
 * Prepares tests that need a database: one migrated template, on the server of TEST_DATABASE_URL or a throw-away one, behind the PgBouncer
 * program of TEST_PGBOUNCER if there is one. Returns a function that removes all of it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  globalThis.sharedTestTemplate ??= { users: 0, made: makeTemplate() };
  const shared = globalThis.sharedTestTemplate;
  shared.users += 1;
  const { remove, ...postgres } = await shared.made;
  project.provide("postgres", postgres);
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    globalThis.sharedTestTemplate = undefined;
    await remove();
  };
}

async function makeTemplate(): Promise<Template> {
  const given = process.env.TEST_DATABASE_URL;
  const program = process.env.TEST_PGBOUNCER;
  const own = given ? null : await startThrowawayPostgres(program ? ELSEWHERE : {});
  const adminUrl = own?.adminUrl ?? given ?? "";
  const ownerUrl = own?.url ?? adminUrl;
  const template = `template_${randomBytes(6).toString("hex")}`;
  await runSql(adminUrl, `CREATE DATABASE ${template} OWNER "${new URL(ownerUrl).username}"`);
  await migrate(withDatabase(ownerUrl, template));
  const pgbouncer = program ? await startPgBouncer(program, { url: ownerUrl }) : null;
  const remove = async () => {
    if (pgbouncer) process.stdout.write(`PgBouncer carried ${await pgbouncer.countTransactions()} transactions.\n`);
    await pgbouncer?.stop();
    await (own ? own.stop() : runSql(adminUrl, `DROP DATABASE ${template} WITH (FORCE)`));
  };
  return { adminUrl, ownerUrl, pooledUrl: pgbouncer?.through(ownerUrl) ?? ownerUrl, template, remove };
}

/** Returns the address with another database's name. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
}

/** Runs one statement on its own connection, and returns its rows. */
export async function runSql(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
