import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { type Report, reportSchema } from "#worker/core/report/report.ts";

const ROOT = new URL("../../..", import.meta.url).pathname;

/**
 * Runs `npm run check` on a local site and returns its report.
 * @throws with the command's output when it could not run
 */
export async function runCheckCommand(url: string, args: readonly string[]): Promise<Report> {
  const command = ["run", "--silent", "check", "--", url, "--allow-private", "--json", ...args];
  const child = spawn("npm", command, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<number | null>((resolve, reject) => child.once("error", reject).once("close", resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code !== 0 && code !== 1) throw new Error(`npm run check ended with ${code}: ${err}`);
  return reportSchema.parse(JSON.parse(out));
}
