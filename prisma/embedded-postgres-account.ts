import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";

/** An operating system user that PostgreSQL runs as, since it refuses to run as root. */
export type Account = { name: string; uid: number; gid: number };

/** Exit code of a command, and its output: standard output and standard error in the order they arrived. */
export type CommandResult = { code: number; output: string };

/**
 * Returns the user to run PostgreSQL as: null (the current user) unless that is root. For root: `postgres` if it exists, else a
 * system user `flawless`, created when missing, else the system’s unprivileged user.
 */
export async function chooseAccount(): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null;
  const known = (await findAccount("postgres")) ?? (await findAccount("flawless"));
  if (known) return known;
  await run(null, "useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", "flawless"]);
  const account = (await findAccount("flawless")) ?? (await findAccount("nobody"));
  if (!account)
    throw new Error("PostgreSQL cannot run as root and no other user exists. Run as an ordinary user, or set DATABASE_URL.");
  return account;
}

/** Returns true if the user may enter a folder. Folders made by `mktemp -d`, and /root, admit only their owner. */
export async function canEnter(account: Account | null, folder: string): Promise<boolean> {
  const { code } = await run(account, "/bin/sh", ["-c", 'cd "$1"', "sh", folder]);
  return code === 0;
}

/**
 * Runs a command as the user and returns its output. A command that cannot be started gives code 127 and the reason. A
 * `detached` process group keeps Ctrl-C in a terminal from reaching a command that is `apart`.
 */
export function run(account: Account | null, command: string, args: string[], { apart = false } = {}): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: "/",
      env: cleanEnvironment(),
      stdio: ["ignore", "pipe", "pipe"],
      detached: apart,
      ...(account && { uid: account.uid, gid: account.gid }),
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.on("error", (error) => resolve({ code: 127, output: error.message }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Returns the environment without PGDATA, PGPORT and the like, which PostgreSQL's programs would obey, and with a locale that
 * exists everywhere.
 */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("PG") && !name.startsWith("LC_"));
  return { ...Object.fromEntries(kept), NODE_ENV: process.env.NODE_ENV, LC_ALL: "C" };
}

/** Looks a user up in /etc/passwd (`name:password:uid:gid:…`). */
async function findAccount(name: string): Promise<Account | null> {
  const lines = (await readFile("/etc/passwd", "utf8")).split("\n");
  const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(":") ?? [];
  return uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : null;
}
