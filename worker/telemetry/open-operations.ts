import { createDatabase } from "#prisma/client.ts";
import type { ReadinessFacts } from "#worker/core/readiness.ts";
import type { Settings } from "#worker/core/settings.ts";
import { log } from "#worker/log.ts";
import { createOperations } from "./create-operations.ts";
import { measureProcess, registry } from "./registry.ts";
import { serveOperations } from "./serve-operations.ts";

// Apart from the pool of the process, so that a busy one does not look like one without a database.
const OPERATIONS_CONNECTIONS = 2;

/** Serves the addresses by which a worker is watched, on this network interface, if it has a port. `enter` tells its phase. */
export async function openOperations(
  { WORKER_PORT: port, DATABASE_URL, METRICS_TOKEN: metricsToken }: Settings,
  host: string,
): Promise<{ enter(phase: ReadinessFacts["phase"]): void; close(): Promise<void> }> {
  let phase: ReadinessFacts["phase"] = "starting";
  const enter = (next: typeof phase) => {
    phase = next;
  };
  if (port === undefined) return { enter, close: () => Promise.resolve() };
  measureProcess();
  const db = createDatabase(DATABASE_URL, OPERATIONS_CONNECTIONS);
  const answer = createOperations({
    db,
    process: "worker",
    phase: () => phase,
    metricsToken,
    readMetrics: () => registry.metrics(),
    log,
  });
  const server = await serveOperations(answer, { port, host });
  return { enter, close: async () => void (await Promise.all([server.close(), db.$disconnect()])) };
}
