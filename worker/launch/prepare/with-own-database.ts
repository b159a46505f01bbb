import { join } from "node:path";
import { startEmbeddedPostgres } from "#prisma/embedded-postgres.ts";
import { PATHS } from "../project-paths.ts";
import type { Terminal } from "../report/terminal.ts";
import { directDatabaseUrl } from "./run-environment.ts";

/**
 * Runs `use` with the address of the product's database: that of DIRECT_DATABASE_URL or DATABASE_URL, or the embedded one, which is started for as long as this takes
 * unless `npm start` runs it.
 */
export async function withOwnDatabase(terminal: Terminal, use: (url: string) => Promise<void>): Promise<void> {
  const url = directDatabaseUrl();
  if (url) return use(url);
  terminal.say("DATABASE_URL is not set, so this is about the database of `npm start` in .flawless/.");
  const server = await startEmbeddedPostgres({ dataDir: join(PATHS.state, "postgres"), log: terminal.say });
  try {
    await use(server.url);
  } finally {
    if (!server.wasRunning) await server.stop();
  }
}
