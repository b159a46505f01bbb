import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PATHS } from "./project-paths.ts";
import { runTool } from "./run-tool.ts";
import { hashSources } from "./source-hash.ts";
import type { Terminal } from "./terminal.ts";

/** Writes the database client from the schema, unless it is there for this schema. */
export async function generateClient(terminal: Terminal): Promise<void> {
  const stamp = join(PATHS.state, "client-stamp");
  const hash = await hashSources(PATHS.root, ["prisma/schema.prisma", "package-lock.json"]);
  const isThere = existsSync(join(PATHS.root, "prisma", "generated", "client.ts"));
  if (isThere && existsSync(stamp) && (await readFile(stamp, "utf8")) === hash) return;
  await rm(stamp, { force: true });
  await terminal.step("Writing the database client", async () => {
    // Generating needs no engine, but Prisma would download one all the same unless it is given a program.
    const environment = { PRISMA_SCHEMA_ENGINE_BINARY: "/bin/true", PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" };
    const prisma = join(PATHS.root, "node_modules", "prisma", "build", "index.js");
    const { code, output } = await runTool(prisma, ["generate"], { environment });
    if (code !== 0) throw new Error(`The database client could not be written:\n${output}`);
  });
  await mkdir(PATHS.state, { recursive: true });
  await writeFile(stamp, hash);
}
