import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";

/** A user of this machine that PostgreSQL runs as, since it refuses to run as root. */
export type Account = { name: string; uid: number; gid: number };

/** Exit code and everything that a command printed, standard output and error in the order they came. */
export type CommandResult = { code: number; output: string };

/**
 * The user to run PostgreSQL as: null for "whoever runs this", which is right for everybody but root. For root: `postgres` where the
 * machine has it, else a system user `flawless`, made when missing, else `no one`.
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

/** True if the user may enter a folder: `mktemp -d` and /root let no one else in, so a clone there hides everything in it. */
export async function canEnter(account: Account | null, folder: string): Promise<boolean> {
  const { code } = await run(account, "/bin/sh", ["-c", 'cd "$1"', "sh", folder]);
  return code === 0;
}

/**
 * Runs a command as the user and gives what it printed. A command that cannot be started gives code 127 and the reason. Ctrl-C in a
 * terminal does not reach one that is `apart`.
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

/** Without PGDATA, PGPORT and the like, which PostgreSQL's programs would obey, and with a locale that every machine has. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("PG") && !name.startsWith("LC_"));
  return { ...Object.fromEntries(kept), NODE_ENV: process.env.NODE_ENV, LC_ALL: "C" };
}

/** Users by /etc/passwd: `name:password:uid:gid:…`. */
async function findAccount(name: string): Promise<Account | null> {
  const lines = (await readFile("/etc/passwd", "utf8")).split("\n");
  const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(":") ?? [];
  return uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : null;
}
