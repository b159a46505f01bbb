import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { connectTo } from "#prisma/database-state.ts";
import { describeSchema } from "#prisma/describe-schema.ts";
import { startEmbeddedPostgres } from "#prisma/embedded-postgres.ts";
import { makeMigration } from "#prisma/make-migration.ts";
import { migrate } from "#prisma/migrate.ts";
import { MIGRATIONS_PATH } from "#prisma/schema-engine.ts";
import { generateClient } from "./prepare/generate-client.ts";
import { PATHS } from "./project-paths.ts";
import { createTerminal } from "./report/terminal.ts";

const terminal = createTerminal(process.stdout);
const NAME = /^[a-z0-9_]+$/;
const RELEASED = "--released";
/** File with the schema that the code of the last release needs: see test/prisma/released. */
const RELEASED_PATH = join(MIGRATIONS_PATH, "released.json");

/**
 * Runs `npm run migration -- <name>`: writes the migration from the last one to the present prisma/schema.prisma, and the database client; with
 * `--released` it records the present schema as that of the last release. It starts a PostgreSQL of its own, so as not to disturb a running
 * `npm start`.
 */
async function main(name: string | undefined): Promise<void> {
  if (!name || (name !== RELEASED && !NAME.test(name))) {
    terminal.say("Usage: npm run migration -- name_in_snake_case");
    terminal.say(
      `       npm run migration -- ${RELEASED}    after a release: records its schema, which later migrations must keep`,
    );
    process.exitCode = 2;
    return;
  }
  const server = await startEmbeddedPostgres({ dataDir: join(PATHS.state, "migration-postgres"), log: terminal.say });
  try {
    await (name === RELEASED ? recordRelease(server.url) : writeMigration(name, server.url));
  } finally {
    await server.stop();
    await rm(server.folder, { recursive: true, force: true });
  }
}

async function writeMigration(name: string, databaseUrl: string): Promise<void> {
  await generateClient(terminal);
  const folder = await makeMigration(name, databaseUrl);
  terminal.say(
    folder
      ? `Wrote ${folder}. Read the SQL before you commit it.`
      : "prisma/schema.prisma has not changed since the last migration: nothing to write.",
  );
}

async function recordRelease(databaseUrl: string): Promise<void> {
  await migrate(databaseUrl);
  const client = await connectTo(databaseUrl);
  try {
    const parts = Object.entries(await describeSchema(client)).map(
      ([part, lines]) => `"${part}": [\n${lines.map((line) => JSON.stringify(line)).join(",\n")}\n]`,
    );
    await writeFile(RELEASED_PATH, `{\n${parts.join(",\n")}\n}\n`);
  } finally {
    await client.end();
  }
  terminal.say(`Wrote ${RELEASED_PATH}. Empty the list in test/prisma/released/accepted-changes.ts, and commit both.`);
}

await main(process.argv[2]);
