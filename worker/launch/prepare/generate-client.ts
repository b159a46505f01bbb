import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { claimInTurn } from "../process/claim-file.ts";
import { PATHS } from "../project-paths.ts";
import type { Terminal } from "../report/terminal.ts";
import { runTool } from "./run-tool.ts";
import { hashSources } from "./source-hash.ts";

const STAMP = join(PATHS.stamps, "client-stamp");

/** Generates the database client, unless it exists for this schema. One run generates at a time. */
export async function generateClient(terminal: Terminal): Promise<void> {
  if (await isCurrent()) return;
  const release = await claimInTurn(join(PATHS.stamps, "client.lock"), () => undefined);
  try {
    if (!(await isCurrent())) await terminal.step("Writing the database client", generate);
  } finally {
    await release();
  }
}

async function isCurrent(): Promise<boolean> {
  const isThere = existsSync(join(PATHS.root, "prisma", "generated", "client.ts")) && existsSync(STAMP);
  return isThere && (await readFile(STAMP, "utf8")) === (await hashSchema());
}

async function generate(): Promise<void> {
  const hash = await hashSchema();
  await rm(STAMP, { force: true });
  const { code, output } = await runTool(join(import.meta.dirname, "write-client.ts"), []);
  if (code !== 0) throw new Error(`The database client could not be written:\n${output}`);
  await mkdir(PATHS.stamps, { recursive: true });
  await writeFile(STAMP, hash, { mode: 0o600 });
}

function hashSchema(): Promise<string> {
  return hashSources(PATHS.root, ["prisma/schema.prisma", "package-lock.json"]);
}
