import { spawn } from "node:child_process";
import { PATHS } from "../project-paths.ts";

export type ToolResult = { code: number; output: string };

/**
 * Runs one of the project's tools under this Node and returns its output, or with `show` lets it print. `environment` overrules this process's
 * variables, and undefined removes one. The tool ends with this process.
 */
export function runTool(
  script: string,
  args: string[],
  options: { environment?: Record<string, string | undefined>; show?: boolean } = {},
): Promise<ToolResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: PATHS.root,
      env: { ...process.env, ...options.environment },
      stdio: options.show ? "inherit" : ["ignore", "pipe", "pipe"],
    });
    const end = () => child.kill();
    process.once("exit", end);
    let output = "";
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    child.once("error", reject);
    child.once("close", (code) => {
      process.off("exit", end);
      resolve({ code: code ?? 1, output });
    });
  });
}
