import { rm } from "node:fs/promises";
import { join } from "node:path";
import { startEmbeddedPostgres } from "#prisma/embedded-postgres.ts";
import { makeMigration } from "#prisma/make-migration.ts";
import { generateClient } from "./prepare/generate-client.ts";
import { PATHS } from "./project-paths.ts";
import { createTerminal } from "./report/terminal.ts";

const NAME = /^[a-z0-9_]+$/;

/**
 * Runs `npm run migration -- <name>`: writes the migration from the last one to the present prisma/schema.prisma, and the database client. It starts a PostgreSQL of
 * its own, so as not to disturb a running `npm start`.
 */
async function writeMigration(name: string | undefined): Promise<void> {
  const terminal = createTerminal(process.stdout);
  if (!name || !NAME.test(name)) {
    terminal.say("Usage: npm run migration -- name_in_snake_case");
    process.exitCode = 2;
    return;
  }
  const server = await startEmbeddedPostgres({ dataDir: join(PATHS.state, "migration-postgres"), log: terminal.say });
  try {
    await generateClient(terminal);
    const folder = await makeMigration(name, server.url);
    terminal.say(
      folder
        ? `Wrote ${folder}. Read the SQL before you commit it.`
        : "prisma/schema.prisma has not changed since the last migration: nothing to write.",
    );
  } finally {
    await server.stop();
    await rm(server.folder, { recursive: true, force: true });
  }
}

await writeMigration(process.argv[2]);
