import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { SETTING_NAMES } from "#worker/core/settings.ts";
import { claimInTurn } from "../process/claim-file.ts";
import { PATHS } from "../project-paths.ts";
import type { Terminal } from "../report/terminal.ts";
import { buildWorker } from "./build-worker.ts";
import { runTool } from "./run-tool.ts";
import { hashSources } from "./source-hash.ts";

/** All sources of the built product. */
const SOURCES = [
  ...["app", "emails", "prisma", "worker"],
  ...["proxy.ts", "next.config.ts", "postcss.config.mjs", "tsconfig.json", "package.json", "package-lock.json"],
];
/**
 * Next derives the ids of server actions from this key. The same key in all builds keeps an open form working after an update. It may be known, because it
 * encrypts nothing: no action is defined within a function, so none carries variables (test/project/actions tests it).
 */
const ACTIONS_KEY = createHash("sha256").update("flawless server actions").digest("base64");
const STAMP = join(PATHS.stamps, "build-stamp");
const UNFINISHED = join(PATHS.stamps, "build-unfinished");

/** Builds web and worker, unless the build is of exactly these sources. One build runs at a time; a second one waits. */
export async function buildProduct(terminal: Terminal): Promise<void> {
  if (await isBuilt()) return;
  const release = await claimInTurn(join(PATHS.stamps, "build.lock"), () =>
    terminal.say("Another run is building. Waiting for it …"),
  );
  try {
    if (!(await isBuilt())) await terminal.step("Building", build);
  } finally {
    await release();
  }
}

async function isBuilt(): Promise<boolean> {
  const parts = [STAMP, join(PATHS.next, "BUILD_ID"), join(PATHS.dist, "worker.mjs"), join(PATHS.dist, "web.mjs")];
  return (
    parts.every((path) => existsSync(path)) && (await readFile(STAMP, "utf8")) === (await hashSources(PATHS.root, SOURCES))
  );
}

async function build(): Promise<void> {
  const hash = await hashSources(PATHS.root, SOURCES);
  // Leftovers of a failed or killed build can make later builds fail too.
  if (existsSync(UNFINISHED)) await rm(PATHS.next, { recursive: true, force: true });
  await mkdir(PATHS.stamps, { recursive: true });
  await rm(STAMP, { force: true });
  await writeFile(UNFINISHED, "", { mode: 0o600 });
  await Promise.all([buildWorker(), buildWeb(hash)]);
  await rm(UNFINISHED);
  await writeFile(STAMP, hash, { mode: 0o600 });
}

/**
 * Builds the web app. Its version is the hash of the sources: open tabs of another version load pages whole, and processes that built the same sources on
 * several machines are one version.
 */
async function buildWeb(sources: string): Promise<void> {
  const withoutSettings = Object.fromEntries(SETTING_NAMES.map((name) => [name, undefined]));
  const environment = {
    ...withoutSettings,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    NEXT_DEPLOYMENT_ID: sources.slice(0, 20),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY || ACTIONS_KEY,
  };
  const { code, output } = await runTool(PATHS.nextProgram, ["build"], { environment });
  if (code !== 0) throw new Error(`The web app could not be built:\n${output}`);
}
