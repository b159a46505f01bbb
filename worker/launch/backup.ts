import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { makeBackup } from "#prisma/backup/make-backup.ts";
import { createDatabase } from "#prisma/client.ts";
import { requireOwnDatabase } from "#prisma/database-state.ts";
import { beginBackup } from "#prisma/queries/backups/begin-backup.ts";
import { parseStorageSettings } from "#worker/core/settings.ts";
import { plural } from "#worker/core/text/plural.ts";
import { loadEnvironmentFile } from "./prepare/run-environment.ts";
import { withOwnDatabase } from "./prepare/with-own-database.ts";
import { runCommand } from "./report/run-command.ts";
import { createTerminal } from "./report/terminal.ts";

const USAGE = `Usage: npm run backup                  writes a backup of the database and the pictures to BACKUP_TO
       npm run backup -- --new-key    makes a pair of keys for BACKUP_RECIPIENT, and writes nothing`;

const terminal = createTerminal(process.stdout);

/** Runs `npm run backup`: writes one backup now, as the worker does every day. */
async function main(args: readonly string[]): Promise<void> {
  if (args.length === 1 && args[0] === "--new-key") return showNewKey();
  if (args.length > 0) {
    terminal.say(USAGE);
    process.exitCode = args[0] === "--help" ? 0 : 2;
    return;
  }
  loadEnvironmentFile();
  const settings = parseStorageSettings(process.env);
  await withOwnDatabase(terminal, async (databaseUrl) => {
    await requireOwnDatabase(databaseUrl);
    const db = createDatabase(databaseUrl, 1);
    try {
      const now = () => new Date();
      const id = await beginBackup(db, now());
      const made = await terminal.step("Writing a backup", () => makeBackup({ db, databaseUrl, settings, now }, id));
      const { name, to, bytes, rows, pictures, missingPictures, deleted } = made;
      terminal.say(
        `Wrote ${name} to ${to}: ${(bytes / 1e6).toFixed(1)} MB, ${plural(rows, "row")}, ${plural(pictures, "picture")}.`,
      );
      if (missingPictures > 0) terminal.say(`${plural(missingPictures, "picture")} could not be found in the store.`);
      if (deleted.length > 0) terminal.say(`Deleted ${plural(deleted.length, "old backup")}.`);
      terminal.say("Keep AUTH_SECRET and SECRETS_KEY elsewhere, too (docs/backup.md): they are in no backup.");
    } finally {
      await db.$disconnect();
    }
  });
}

async function showNewKey(): Promise<void> {
  const identity = await generateX25519Identity();
  terminal.say(`BACKUP_RECIPIENT=${await identityToRecipient(identity)}`);
  terminal.say("");
  terminal.say("Its secret half, which restores the backups. Keep it where the servers cannot read it, and more than once:");
  terminal.say(identity);
}

await runCommand(terminal, main);
