import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { startEmbeddedPostgres } from "#prisma/embedded-postgres.ts";
import type { Server } from "./fault.ts";

/** Starts PostgreSQL with its data within a folder. It keeps what it has committed when its disk is full or it is killed, and ends with the drill. */
export async function startPostgres(folder: string, settings: Record<string, string> = {}): Promise<Server> {
  const server = await startEmbeddedPostgres({ dataDir: join(folder, "postgres"), log: () => undefined, settings });
  const kill = (signal: NodeJS.Signals) => {
    const file = join(server.folder, "data", "postmaster.pid");
    if (existsSync(file)) process.kill(Number(readFileSync(file, "utf8").split("\n")[0]), signal);
  };
  const stopAtOnce = () => kill("SIGQUIT");
  process.once("exit", stopAtOnce);
  const stop = async () => {
    process.off("exit", stopAtOnce);
    await server.stop();
  };
  return { url: server.url, kill: async () => kill("SIGKILL"), bringBack: server.bringBack, stop };
}
