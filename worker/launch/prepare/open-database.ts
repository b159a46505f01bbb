import { join } from "node:path";
import { refuseForeignDatabase } from "#prisma/database-state.ts";
import { startEmbeddedPostgres } from "#prisma/embedded-postgres.ts";
import { migrate } from "#prisma/migrate.ts";
import { restartDatabaseWhenDown } from "../process/restart-database.ts";
import { PATHS } from "../project-paths.ts";
import type { Terminal } from "../report/terminal.ts";
import { directDatabaseUrl, given } from "./run-environment.ts";

export type OpenDatabase = {
  url: string;
  /** Description for people, without the password. */
  place: string;
  /** Stops the embedded server; does nothing for the database of DATABASE_URL. */
  stop(): Promise<void>;
};

/** Opens the database of DATABASE_URL, or the embedded one, which is restarted when it stops. Applies all migrations. */
export async function openDatabase(terminal: Terminal): Promise<OpenDatabase> {
  const url = given("DATABASE_URL");
  if (url) await refuseForeignDatabase(url);
  const database = url ? takeGiven(url) : await startEmbedded(terminal);
  try {
    const applied = await migrate(directDatabaseUrl() ?? database.url);
    if (applied.length > 0) terminal.say(`  applied ${applied.length} ${applied.length === 1 ? "migration" : "migrations"}`);
  } catch (cause) {
    await database.stop();
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The migrations could not be applied to the database at ${database.place}: ${reason}`, { cause });
  }
  return database;
}

function takeGiven(url: string): OpenDatabase {
  const { host, pathname } = new URL(url);
  return { url, place: `${host}${pathname} (DATABASE_URL)`, stop: async () => undefined };
}

async function startEmbedded(terminal: Terminal): Promise<OpenDatabase> {
  const dataDir = join(PATHS.state, "postgres");
  const server = await terminal.step("Starting PostgreSQL", () => startEmbeddedPostgres({ dataDir, log: terminal.say }));
  const stopWatching = restartDatabaseWhenDown(server, terminal.say);
  const { port } = new URL(server.url);
  return {
    url: server.url,
    place: `embedded PostgreSQL on port ${port}, in ${server.folder}`,
    stop: async () => {
      await stopWatching();
      await server.stop();
    },
  };
}
