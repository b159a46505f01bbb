import { refuseForeignDatabase } from "#prisma/database-state.ts";
import { migrate } from "#prisma/migrate.ts";
import { createQueue } from "#prisma/queue.ts";
import { directDatabaseUrl, loadEnvironmentFile } from "./prepare/run-environment.ts";
import { runCommand } from "./report/run-command.ts";
import { createTerminal } from "./report/terminal.ts";

const terminal = createTerminal(process.stdout);

/** Runs `npm run migrate`: applies missing migrations to the database of DATABASE_URL and makes its queue, before a new version starts on any machine. */
async function main(): Promise<void> {
  loadEnvironmentFile();
  const url = directDatabaseUrl();
  if (!url) {
    terminal.say("DATABASE_URL is not set, so there is nothing to migrate. `npm start` starts its own database.");
    process.exitCode = 1;
    return;
  }
  await refuseForeignDatabase(url);
  const applied = await migrate(url);
  // Web processes are ready only with a queue; without this, they would wait for the first worker.
  const queue = await createQueue(url, (error) => terminal.say(`The queue lost its connection: ${error.message}`));
  await queue.stop({ graceful: false });
  terminal.say(applied.length > 0 ? `Applied ${applied.join(", ")}.` : "The database is up to date.");
}

await runCommand(terminal, main);
