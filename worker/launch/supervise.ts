import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { openChildLog } from "./child-log.ts";
import { PATHS } from "./project-paths.ts";

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** Who has run this long before it ended begins with the shortest pause again. */
const STEADY_AFTER_MS = 60_000;
const STOP_PATIENCE_MS = 8_000;

export type ChildSpec = { name: string; args: string[]; environment: Record<string, string> };

export type Supervised = {
  name: string;
  logPath: string;
  pid(): number | undefined;
  /** Resolves when it ends for the first time. */
  ended: Promise<string>;
  /** Ends it and starts it again at once. */
  restart(): void;
  /** Asks it to end; who does not within eight seconds is killed. */
  stop(): Promise<void>;
};

type Hooks = { say: (line: string) => void; onStarted: () => Promise<void> };

/**
 * Runs one child under this Node in a process group of its own, so that Ctrl-C reaches it through this process only and in order. A child that ends is
 * started again after a pause that doubles from one second to thirty, and that is said.
 */
export async function supervise(spec: ChildSpec, { say, onStarted }: Hooks): Promise<Supervised> {
  const log = await openChildLog(spec.name, say);
  const ended = Promise.withResolvers<string>();
  let child: ChildProcess | undefined;
  let stopping = false;
  let isWanted = false;

  async function keepRunning(): Promise<void> {
    for (let pause = FIRST_PAUSE_MS; !stopping; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      const startedAt = Date.now();
      const reason = await runOnce();
      ended.resolve(reason);
      if (stopping) return;
      if (isWanted || Date.now() - startedAt > STEADY_AFTER_MS) pause = FIRST_PAUSE_MS;
      if (!isWanted)
        say(`The ${spec.name} process ended (${reason}); starting it again in ${pause / 1_000} s. Its log: ${log.path}`);
      await wait(isWanted ? 0 : pause);
      isWanted = false;
    }
  }

  function runOnce(): Promise<string> {
    const started = spawn(process.execPath, spec.args, {
      cwd: PATHS.root,
      env: { ...process.env, ...spec.environment },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    child = started;
    log.take(started.stdout, "output");
    log.take(started.stderr, "error");
    void onStarted();
    return new Promise((resolve) => {
      started.once("error", (error) => resolve(error.message));
      started.once("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
    });
  }

  const finished = keepRunning();
  const isAlive = () => child !== undefined && child.exitCode === null && child.signalCode === null;
  return {
    name: spec.name,
    logPath: log.path,
    pid: () => (isAlive() ? child?.pid : undefined),
    ended: ended.promise,
    restart: () => {
      isWanted = true;
      if (isAlive()) child?.kill("SIGTERM");
    },
    stop: async () => {
      stopping = true;
      if (!isAlive()) return;
      child?.kill("SIGTERM");
      const timer = setTimeout(() => killGroup(child?.pid), STOP_PATIENCE_MS);
      await finished;
      clearTimeout(timer);
    },
  };
}

/** Kills a child and what it started, if they still run. */
export function killGroup(pid: number | undefined, signal: NodeJS.Signals = "SIGKILL"): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch (error) {
    const isGone = error instanceof Error && "code" in error && error.code === "ESRCH";
    if (!isGone) throw error;
  }
}
