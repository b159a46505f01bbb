import { spawn } from "node:child_process";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import { contentSchema } from "./run-crawlee.ts";

type Options = { executablePath: string; settled: "load" | "networkidle"; sign: string };

/** Loads pages with Playwright alone, in a process of its own, when they have loaded or when their network is idle. */
export async function runRawPlaywright(addressOf: (name: string) => string, urls: readonly string[], options: Options) {
  const { executablePath, settled, sign } = options;
  const script = join(import.meta.dirname, "..", "peers", "raw-playwright.mjs");
  const stdio: ["pipe", "pipe", "inherit"] = ["pipe", "pipe", "inherit"];
  const child = spawn(process.execPath, [script, addressOf("playwright"), executablePath, settled, sign], { stdio });
  child.stdin.end(urls.join("\n"));
  return contentSchema.parse(await json(child.stdout));
}
