import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { createDatabase, type Database } from "#prisma/client.ts";
import type { EmbeddedPostgres } from "#prisma/embedded-postgres.ts";
import { runSql } from "#test/support/servers/postgres-server.ts";

const ROLE = "flawless_app";

/** Runs something once more, and returns the plans of its statements that take this long, with times and blocks. */
export async function explainSlow(
  server: EmbeddedPostgres,
  fromMs: number,
  work: (db: Database) => Promise<unknown>,
): Promise<string> {
  const log = join(server.folder, "server.log");
  const settings = {
    session_preload_libraries: "auto_explain",
    ...{ "auto_explain.log_min_duration": `${fromMs}`, "auto_explain.log_analyze": "on", "auto_explain.log_buffers": "on" },
    ...{ "auto_explain.log_nested_statements": "on", "auto_explain.log_triggers": "on" },
  };
  for (const [name, value] of Object.entries(settings))
    await runSql(server.adminUrl, `ALTER ROLE ${ROLE} SET ${name} = '${value}'`);
  const { size } = await stat(log);
  const db = createDatabase(server.url, 4);
  try {
    await work(db);
  } finally {
    await db.$disconnect();
    await runSql(server.adminUrl, `ALTER ROLE ${ROLE} RESET ALL`);
  }
  return (await readFile(log)).subarray(size).toString();
}
