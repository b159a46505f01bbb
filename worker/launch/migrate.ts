import { migrate } from "#prisma/migrate.ts";
import { directDatabaseUrl, loadEnvironmentFile } from "./prepare/run-environment.ts";
import { createTerminal } from "./report/terminal.ts";

/** Runs `npm run migrate`: applies missing migrations to the database of DATABASE_URL, before a new version starts on any machine. */
const terminal = createTerminal(process.stdout);
loadEnvironmentFile();
const url = directDatabaseUrl();
if (url) {
  const applied = await migrate(url);
  terminal.say(applied.length > 0 ? `Applied ${applied.join(", ")}.` : "The database is up to date.");
} else {
  terminal.say("DATABASE_URL is not set, so there is nothing to migrate. `npm start` starts its own database.");
  process.exitCode = 1;
}
