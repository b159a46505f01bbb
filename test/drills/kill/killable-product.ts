import { createWriteStream } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type RunningProcess, startNode } from "#test/support/child-process.ts";
import { requireBrowser } from "#test/support/require-browser.ts";
import { findFreePort } from "#test/support/servers/free-port.ts";
import { waitFor } from "#test/support/wait-for.ts";

export const PROCESSES = ["worker", "browser", "web", "postgres", "smtp"] as const;
export type ProcessName = (typeof PROCESSES)[number];
type Program = "worker" | "secondWorker" | "web" | "smtp";

/** A database server whose processes can be killed. */
export type KillableDatabase = { url: string; kill(): Promise<void>; bringBack(): Promise<void> };

/** The built product with its database and mail server, each of which can be killed and comes back as under a supervisor. */
export type KillableProduct = {
  webUrl: string;
  smtpPort: number;
  /** File to which the mail server writes the mails that it takes. */
  mailFile: string;
  /** Kills a process with SIGKILL. Returns false if it does not run, as a browser that no page needed yet. */
  kill(name: ProcessName): Promise<boolean>;
  bringBack(name: ProcessName): Promise<void>;
  /** Returns the attempts at Crawls that broke off in the running worker, as its log says. */
  brokenOff(): { crawlId: string; attempt: number }[];
  /** Returns what a program has written since it was last started. */
  output(name: Program): string;
  /** Returns the ids of web and worker processes, by name. */
  pids(): Record<string, number>;
  /** Ends a worker as an update does, and starts it again. */
  restartWorker(): Promise<void>;
  /** Returns the processes that ended by themselves. */
  ended(): string[];
  stop(): Promise<void>;
};

type Options = {
  folder: string;
  database: KillableDatabase;
  allowedPrivateHosts: string[];
  /** Settings of web and workers besides those of the drill. */
  settings?: Record<string, string>;
  /** Variables that a second worker gets besides; absent: there is one worker. */
  secondWorker?: Record<string, string> | undefined;
};

const HERE = resolve(import.meta.dirname, "..", "..", "..");
/** A drill may share its machine with others. */
const START_PATIENCE_MS = 600_000;
const MAIL_PROCESS = join(import.meta.dirname, "mail-process.ts");

/** Starts all processes. Their output goes to files in `folder`. */
export async function startKillableProduct(options: Options): Promise<KillableProduct> {
  const { folder, database, allowedPrivateHosts, settings = {}, secondWorker } = options;
  const [webPort, smtpPort] = [await findFreePort(), await findFreePort()];
  const webUrl = `http://127.0.0.1:${webPort}`;
  const mailFile = join(folder, "mails");
  const environment = {
    DATABASE_URL: database.url,
    APP_URL: webUrl,
    AUTH_SECRET: "a secret of the drill, at least 32 characters",
    ALLOWED_PRIVATE_HOSTS: allowedPrivateHosts.join(","),
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}?tls=never`,
    CHROMIUM_PATH: await requireBrowser(),
    PICTURES_PER_CRAWL: "0",
    PICTURES_DIR: join(folder, "pictures"),
    ...settings,
  };
  const startWorker = (more = {}) => startNode(join(HERE, "dist", "worker.mjs"), [], { ...environment, ...more });
  const starters = {
    worker: () => startWorker(),
    secondWorker: () => startWorker(secondWorker),
    web: () => startNode(join(HERE, "dist", "web.mjs"), [], { ...environment, PORT: String(webPort) }),
    smtp: () => startNode(MAIL_PROCESS, [String(smtpPort), mailFile], {}),
  };
  const isReady = {
    worker: (child: RunningProcess) => child.printed(/worker ready/),
    secondWorker: (child: RunningProcess) => child.printed(/worker ready/),
    web: (child: RunningProcess) => Promise.race([isAnswering(webUrl), child.printed(/could not start/)]),
    smtp: (child: RunningProcess) => child.printed(/ready/),
  };
  const running = new Map<Program, RunningProcess>();
  const ended: string[] = [];
  let starts = 0;

  async function start(name: Program): Promise<void> {
    const child = starters[name]();
    running.set(name, child);
    starts += 1;
    const log = createWriteStream(join(folder, `${String(starts).padStart(3, "0")}-${name}.log`));
    void child.exited.then((code) => {
      log.end(child.output());
      if (running.get(name) === child) ended.push(`${name} ended by itself with ${code}`);
    });
    await isReady[name](child);
  }

  async function kill(name: ProcessName): Promise<boolean> {
    if (name === "postgres") {
      await database.kill();
      return true;
    }
    if (name === "browser") {
      const pid = await findBrowserOf(running.get("worker")?.pid ?? 0);
      if (pid !== null) process.kill(pid, "SIGKILL");
      return pid !== null;
    }
    const child = running.get(name);
    running.delete(name);
    await child?.stop("SIGKILL");
    return child !== undefined;
  }

  const killAll = () => {
    const children = [...running.values()];
    running.clear();
    return Promise.all(children.map((child) => child.stop("SIGKILL")));
  };
  // Nothing is left running when the drill itself fails or is stopped.
  process.once("exit", () => void killAll());
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => process.exit(1));
  for (const name of ["smtp", "web", "worker"] as const) await start(name);
  if (secondWorker) await start("secondWorker");
  return {
    webUrl,
    smtpPort,
    mailFile,
    kill,
    // The worker starts another browser by itself.
    bringBack: async (name) => {
      if (name === "postgres") await database.bringBack();
      else if (name !== "browser") await start(name);
    },
    brokenOff: () => (running.get("worker")?.output() ?? "").split("\n").flatMap(readBrokenOff),
    output: (name) => running.get(name)?.output() ?? "",
    pids: () => Object.fromEntries([...running].filter(([name]) => name !== "smtp").map(([name, { pid }]) => [name, pid])),
    restartWorker: async () => {
      const child = running.get("worker");
      running.delete("worker");
      await child?.stop();
      await start("worker");
    },
    ended: () => ended,
    stop: async () => void (await killAll()),
  };
}

async function isAnswering(url: string): Promise<void> {
  const ask = async () => (await fetch(`${url}/api/health`).catch(() => null))?.ok;
  await waitFor("the web process to answer", ask, START_PATIENCE_MS);
}

/** Finds the first process of the browser among the children of a process. */
async function findBrowserOf(parent: number): Promise<number | null> {
  for (const name of await readdir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const read = (file: string) => readFile(`/proc/${name}/${file}`, "utf8").catch(() => "");
    const [, parentOf] = /^PPid:\s+(\d+)$/m.exec(await read("status")) ?? [];
    if (Number(parentOf) === parent && (await read("cmdline")).includes("--headless")) return Number(name);
  }
  return null;
}

function readBrokenOff(line: string): { crawlId: string; attempt: number }[] {
  if (!line.includes("crawl broke off")) return [];
  const said: unknown = JSON.parse(line);
  const isEntry = typeof said === "object" && said !== null && "crawlId" in said && "attempt" in said;
  return isEntry ? [{ crawlId: String(said.crawlId), attempt: Number(said.attempt) }] : [];
}
