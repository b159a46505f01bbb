import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { startEmbeddedPostgres } from "#prisma/embedded-postgres.ts";
import type { Server } from "./fault.ts";

/** Starts PostgreSQL with its data within a folder. It keeps what it has committed when its disk is full or it is killed. */
export async function startPostgres(folder: string, settings: Record<string, string> = {}): Promise<Server> {
  const server = await startEmbeddedPostgres({ dataDir: join(folder, "postgres"), log: () => undefined, settings });
  const kill = async () => {
    const [pid] = (await readFile(join(server.folder, "data", "postmaster.pid"), "utf8")).split("\n");
    process.kill(Number(pid), "SIGKILL");
  };
  return { url: server.url, kill, bringBack: server.bringBack, stop: server.stop };
}
