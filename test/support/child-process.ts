import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type RunningProcess = {
  pid: number;
  /** Returns its output so far, of both streams or one. */
  output(stream?: "stdout" | "stderr"): string;
  /** Resolves when its output matches; rejects with the output if it ends first. */
  printed(pattern: RegExp): Promise<void>;
  exited: Promise<number | null>;
  stop(signal?: NodeJS.Signals): Promise<number | null>;
};

/** Compiled code of earlier starts, which is used where the sources are the same. */
const NODE_COMPILE_CACHE = join(tmpdir(), "flawless-test-compiled");

/** Starts Node on a script with only this environment plus PATH and HOME, so that the developer's settings do not leak in. */
export function startNode(script: string, args: string[], environment: Record<string, string>): RunningProcess {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [script, ...args], {
    env: { NODE_ENV: "production", PATH, HOME, NODE_COMPILE_CACHE, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${script} could not be started.`);
  const outputs = { stdout: "", stderr: "" };
  let output = "";
  const listeners = new Set<() => void>();
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      outputs[name] += text;
      output += text;
      for (const listener of listeners) listener();
    });
  }
  const exited = new Promise<number | null>((resolve) => child.once("close", resolve));
  const printed = (pattern: RegExp) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (!pattern.test(output)) return;
        listeners.delete(look);
        resolve();
      };
      listeners.add(look);
      look();
      void exited.then(() => reject(new Error(`${script} ended before it printed ${pattern}:\n${output}`)));
    });
  const stop = (signal: NodeJS.Signals = "SIGTERM") => {
    child.kill(signal);
    return exited;
  };
  return { pid, output: (stream) => (stream ? outputs[stream] : output), printed, exited, stop };
}
