import { createHash, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, chown, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import { type Account, canEnter } from "./embedded-postgres-account.ts";

/**
 * Files of one embedded server: its data, the passwords of the superuser and of the product's role, its last port and its log.
 */
export type Home = {
  folder: string;
  data: string;
  log: string;
  passwordFile: string;
  ownerPasswordFile: string;
  portFile: string;
};

/**
 * Opens the server's folder, creating it when missing, readable by its user only. If the user cannot reach the wanted folder,
 * uses one under /var/lib whose name derives from it, so that the next start finds the same data.
 */
export async function openHome(wanted: string, account: Account | null): Promise<Home> {
  await mkdir(dirname(wanted), { recursive: true });
  const reachable = await canEnter(account, dirname(resolve(wanted)));
  const folder = reachable ? resolve(wanted) : join(await openReachable(wanted), "postgres");
  await mkdir(folder, { recursive: true });
  if (account) await chown(folder, account.uid, account.gid);
  await rejectForeignOwner(folder, account);
  await chmod(folder, 0o700);
  const inFolder = (name: string) => join(folder, name);
  return {
    folder,
    data: inFolder("data"),
    log: inFolder("server.log"),
    passwordFile: inFolder("password"),
    ownerPasswordFile: inFolder("owner-password"),
    portFile: inFolder("port"),
  };
}

/**
 * Returns a folder that every user may enter, to use when root runs and PostgreSQL's user cannot reach the given one. The same
 * input gives the same folder. Its mode is set explicitly because root's umask may be strict; secrets are in closed folders
 * inside.
 */
export async function openReachable(insteadOf: string): Promise<string> {
  const folder = join("/var/lib/flawless", createHash("sha256").update(resolve(insteadOf)).digest("hex").slice(0, 12));
  await mkdir(folder, { recursive: true });
  for (const made of [dirname(folder), folder]) await chmod(made, 0o755);
  return folder;
}

/** Returns the password stored in a file. Creates a random one on first use, readable by PostgreSQL's user only. */
export async function ensurePassword(file: string, account: Account | null): Promise<string> {
  if (!existsSync(file)) {
    await writeFile(file, randomBytes(24).toString("base64url"), { mode: 0o600 });
    if (account) await chown(file, account.uid, account.gid);
  }
  return readFile(file, "utf8");
}

/** Returns the port of the last start if it is free, else any free port. A stable address is easier to work with. */
export async function choosePort(home: Home): Promise<number> {
  const last = existsSync(home.portFile) ? Number(await readFile(home.portFile, "utf8")) : 0;
  const port = (last > 0 && (await tryPort(last))) || (await tryPort(0));
  if (!port) throw new Error("No free port on 127.0.0.1 for PostgreSQL.");
  await writeFile(home.portFile, String(port), { mode: 0o600 });
  return port;
}

/** Returns the port if it is free on 127.0.0.1, else null. Port 0 means any free port. */
function tryPort(port: number): Promise<number | null> {
  return new Promise((found) => {
    const server = createServer();
    server.once("error", () => found(null));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => found(typeof address === "object" && address ? address.port : null));
    });
  });
}

/** Throws if the folder belongs to another user, for example to root from an earlier start. */
async function rejectForeignOwner(folder: string, account: Account | null): Promise<void> {
  const { uid } = await stat(folder);
  const own = account?.uid ?? process.getuid?.() ?? uid;
  if (uid === own) return;
  throw new Error(
    `The database folder ${folder} belongs to another user (uid ${uid}): start as the user who started it first, ` +
      "or move the folder away to begin with an empty database.",
  );
}
