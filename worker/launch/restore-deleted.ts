import { createDatabase, type Database } from "#prisma/client.ts";
import { requireOwnDatabase } from "#prisma/database-state.ts";
import { eraseDeleted } from "#prisma/queries/deletion/erase-deleted.ts";
import { findDeleted } from "#prisma/queries/deletion/find-deleted.ts";
import { restoreDeleted } from "#prisma/queries/deletion/restore-deleted.ts";
import { plural } from "#worker/core/text/plural.ts";
import { loadEnvironmentFile } from "./prepare/run-environment.ts";
import { withOwnDatabase } from "./prepare/with-own-database.ts";
import { runCommand } from "./report/run-command.ts";
import { createTerminal } from "./report/terminal.ts";

const USAGE = `Usage: npm run restore-deleted                  lists the sites and accounts that were deleted in the last 30 days
       npm run restore-deleted -- <search>      lists those whose name or address contains this
       npm run restore-deleted -- --id <id>     restores one
       npm run restore-deleted -- --erase <id>  erases one for good, before its time`;

const terminal = createTerminal(process.stdout);

/** Runs `npm run restore-deleted`: lists, restores or erases what people deleted. */
async function main(args: readonly string[]): Promise<void> {
  loadEnvironmentFile();
  const [first = "", id] = args;
  const isVerb = first === "--id" || first === "--erase";
  if (args.length > (isVerb ? 2 : 1) || (isVerb ? !id : first.startsWith("-"))) {
    terminal.say(USAGE);
    process.exitCode = first === "--help" ? 0 : 2;
    return;
  }
  await withOwnDatabase(terminal, async (url) => {
    await requireOwnDatabase(url);
    const db = createDatabase(url, 1);
    try {
      for (const line of await act(db, first, id)) terminal.say(line);
    } finally {
      await db.$disconnect();
    }
  });
}

async function act(db: Database, first: string, id: string | undefined): Promise<string[]> {
  if (id === undefined) return list(db, first);
  if (first === "--erase") return [`Erased ${(await eraseDeleted(db, id)).label}.`];
  return [`Restored ${(await restoreDeleted({ db, now: new Date() }, id)).label}.`];
}

async function list(db: Database, search: string): Promise<string[]> {
  const found = await findDeleted(db, { search });
  if (found.length === 0)
    return [search ? `Nothing deleted is called “${search}”.` : "Nothing was deleted in the last 30 days."];
  return found.map(({ id, kind, label, deletedAt, dueAt, sites }) => {
    const also = sites > 0 ? ` with ${plural(sites, "site")}` : "";
    return `${id}  ${kind} ${label}${also}, deleted ${day(deletedAt)}, erased ${day(dueAt)}`;
  });
}

function day(at: Date): string {
  return at.toISOString().slice(0, 10);
}

await runCommand(terminal, main);
