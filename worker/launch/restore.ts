import { basename, dirname } from "node:path";
import { parseArgs } from "node:util";
import type { BackupKey } from "#prisma/backup/backup-key.ts";
import type { BackupPlace } from "#prisma/backup/backup-place.ts";
import { createFolderPlace } from "#prisma/backup/folder-place.ts";
import { openBackupPlace } from "#prisma/backup/open-backup-place.ts";
import { checkBackup, restoreBackup } from "#prisma/backup/restore-backup.ts";
import { openPictureStore } from "#prisma/pictures/open-picture-store.ts";
import { timeOfBackup } from "#worker/core/backup/backup-name.ts";
import { DomainError } from "#worker/core/errors.ts";
import { parseStorageSettings, type StorageSettings } from "#worker/core/settings.ts";
import { plural } from "#worker/core/text/plural.ts";
import { readSecretKeys } from "./prepare/read-secret-keys.ts";
import { loadEnvironmentFile } from "./prepare/run-environment.ts";
import { withOwnDatabase } from "./prepare/with-own-database.ts";
import { runCommand } from "./report/run-command.ts";
import { createTerminal } from "./report/terminal.ts";

const USAGE = `Usage: npm run restore                       lists the backups in BACKUP_TO
       npm run restore -- latest              restores the newest one into an empty database
       npm run restore -- <name or path>      restores this one
Options: --identity <file>   the secret half of BACKUP_RECIPIENT (otherwise BACKUP_PASSPHRASE is used); - reads it from standard input
         --check             reads the backup to its end and restores nothing
         --overwrite         replaces everything in the database; without it, the database must be empty
         --no-pictures       leaves pictures and PDFs out`;

const OPTIONS = {
  identity: { type: "string" },
  check: { type: "boolean", default: false },
  overwrite: { type: "boolean", default: false },
  "no-pictures": { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

const terminal = createTerminal(process.stdout);

/** Runs `npm run restore`: lists, checks or restores backups. */
async function main(args: string[]): Promise<void> {
  const { values, positionals } = readArguments(args);
  if (values.help || positionals.length > 1) {
    terminal.say(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  loadEnvironmentFile();
  const settings = parseStorageSettings(process.env);
  const [which] = positionals;
  const { place, name } = await choose(settings, which);
  if (!place) throw new DomainError("invalid-input", "Set BACKUP_TO, or name the file of a backup.");
  if (name === null) return list(place);
  const stored = { place, name, key: await findKey(settings, values.identity) };
  if (values.check) {
    const { tables, pictures } = await terminal.step(`Reading ${name}`, () => checkBackup(stored));
    const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
    terminal.say(`It is whole: ${plural(rows, "row")}, ${plural(Object.keys(pictures).length, "picture")}.`);
    return;
  }
  const store = values["no-pictures"] ? null : openPictureStore(settings);
  await withOwnDatabase(terminal, async (databaseUrl) => {
    const restoring = { ...stored, databaseUrl, store, overwrite: values.overwrite };
    const { rows, pictures, migrations } = await terminal.step(`Restoring ${name}`, () => restoreBackup(restoring));
    terminal.say(`Restored ${plural(rows, "row")} and ${plural(pictures, "picture")}.`);
    if (migrations.length > 0) terminal.say(`Applied ${plural(migrations.length, "migration")} that came after the backup.`);
    terminal.say("Start it with the AUTH_SECRET and SECRETS_KEY of then, or people and sites have to sign in again.");
  });
}

function readArguments(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new DomainError("invalid-input", `${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

/** Returns the backup that an argument names; `name` null: none was named. */
async function choose(
  settings: StorageSettings,
  which: string | undefined,
): Promise<{ place: BackupPlace | null; name: string | null }> {
  if (which?.includes("/")) return { place: createFolderPlace(dirname(which)), name: basename(which) };
  const place = openBackupPlace(settings);
  if (which !== "latest" || !place) return { place, name: which ?? null };
  const [newest] = await backupsIn(place);
  if (!newest) throw new DomainError("not-found", `There is no backup in ${place.shown}.`);
  return { place, name: newest };
}

async function list(place: BackupPlace): Promise<void> {
  const names = await backupsIn(place);
  terminal.say(names.length > 0 ? `In ${place.shown}:` : `There is no backup in ${place.shown}.`);
  for (const name of names) terminal.say(`  ${name}`);
}

/** Returns the names of the backups, the newest first. */
async function backupsIn(place: BackupPlace): Promise<string[]> {
  return (await place.list())
    .filter((name) => timeOfBackup(name) !== null)
    .sort()
    .reverse();
}

async function findKey({ BACKUP_PASSPHRASE: passphrase }: StorageSettings, file: string | undefined): Promise<BackupKey> {
  if (file !== undefined) return { identities: await readSecretKeys(file, process.stdin) };
  if (passphrase !== undefined) return { passphrase };
  throw new DomainError("invalid-input", "Name the file with the secret key: --identity <file>. Or set BACKUP_PASSPHRASE.");
}

await runCommand(terminal, main);
