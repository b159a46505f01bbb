import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { PATHS } from "../project-paths.ts";
import { openChildLog } from "./child-log.ts";

const PATIENCE = {
  firstPauseMs: 1_000,
  longestPauseMs: 30_000,
  /** A child that ran for this long before it ended is restarted after the shortest pause again. */
  steadyAfterMs: 60_000,
  /** A child that has not ended so long after SIGTERM is killed. */
  stopMs: 8_000,
};

export type ChildSpec = { name: string; args: string[]; environment: Record<string, string> };

export type Supervised = {
  name: string;
  logPath: string;
  pid(): number | undefined;
  /** Resolves when the child ends for the first time. */
  ended: Promise<string>;
  /** Restarts the child at once, also during the pause after an end of its own. */
  restart(): void;
  /** Sends SIGTERM, and kills the child if it does not end within eight seconds. */
  stop(): Promise<void>;
};

type Hooks = { say: (line: string) => void; onStarted: () => Promise<void>; logs?: string; patience?: typeof PATIENCE };

/**
 * Runs one child under this Node in a process group of its own, so that Ctrl-C reaches it only through this process, and in order. A child that
 * ends is started again after a pause that doubles from one second to thirty, which is reported.
 */
export async function supervise(spec: ChildSpec, hooks: Hooks): Promise<Supervised> {
  const { say, onStarted, patience = PATIENCE } = hooks;
  const log = await openChildLog(spec.name, say, hooks.logs ?? PATHS.logs);
  const ended = Promise.withResolvers<string>();
  let child: ChildProcess | undefined;
  let pausing: AbortController | undefined;
  let stopping = false;
  let isRestart = false;

  async function keepRunning(): Promise<void> {
    for (let pause = patience.firstPauseMs; !stopping; pause = Math.min(pause * 2, patience.longestPauseMs)) {
      const startedAt = Date.now();
      const reason = await runOnce();
      ended.resolve(reason);
      if (isRestart || Date.now() - startedAt > patience.steadyAfterMs) pause = patience.firstPauseMs;
      if (!isRestart && !stopping) await rest(reason, pause);
      isRestart = false;
    }
  }

  async function rest(reason: string, pause: number): Promise<void> {
    say(`The ${spec.name} process stopped (${reason}); starting it again in ${pause / 1_000} s. Its log: ${log.path}`);
    pausing = new AbortController();
    await wait(pause, undefined, { signal: pausing.signal }).catch(() => undefined);
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

  const isAlive = () => child?.pid !== undefined && child.exitCode === null && child.signalCode === null;
  const end = () => {
    pausing?.abort();
    const ending = child;
    if (!ending || !isAlive()) return;
    ending.kill("SIGTERM");
    const timer = setTimeout(() => killGroup(ending.pid), patience.stopMs);
    ending.once("exit", () => clearTimeout(timer));
  };
  const finished = keepRunning();
  return {
    name: spec.name,
    logPath: log.path,
    pid: () => (isAlive() ? child?.pid : undefined),
    ended: ended.promise,
    restart: () => {
      isRestart = true;
      end();
    },
    stop: async () => {
      stopping = true;
      end();
      await finished;
    },
  };
}

/** Kills a child and the processes that it started, if they still run. */
export function killGroup(pid: number | undefined, signal: NodeJS.Signals = "SIGKILL"): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch (error) {
    const isGone = error instanceof Error && "code" in error && error.code === "ESRCH";
    if (!isGone) throw error;
  }
}
