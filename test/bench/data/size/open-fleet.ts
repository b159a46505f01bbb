import { existsSync } from "node:fs";
import { chmod, mkdir, statfs, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "#prisma/embedded-postgres.ts";
import { migrate } from "#prisma/migrate.ts";
import { fillFleet } from "./fill-fleet.ts";
import { fleetShape } from "./fleet-shape.ts";

/** For filling: nothing waits for the disk, and nothing is logged that a crash would need. */
const FILLING = { fsync: "off", full_page_writes: "off", wal_level: "minimal", max_wal_senders: "0", autovacuum: "off" };
const BOTH = {
  shared_buffers: "2GB",
  effective_cache_size: "8GB",
  max_wal_size: "4GB",
  checkpoint_timeout: "30min",
  jit: "off",
};
/** For measuring: as in production on a machine with 8 GB for PostgreSQL, with its own count of statements. */
const MEASURING = {
  ...{ shared_preload_libraries: "pg_stat_statements", "pg_stat_statements.max": "5000", "pg_stat_statements.track": "all" },
  ...{
    track_io_timing: "on",
    random_page_cost: "1.1",
    work_mem: "4MB",
    maintenance_work_mem: "512MB",
    log_autovacuum_min_duration: "0",
  },
};
/** Bytes that stay free on the disk. */
const KEPT_FREE = 10e9;

type Options = { folder: string; occurrences: number; print(line: string): void };

/** Starts the server in `folder`, and fills its database first unless an earlier call has. */
export async function openFleet({ folder, occurrences, print }: Options): Promise<EmbeddedPostgres> {
  await mkdir(folder, { recursive: true });
  // PostgreSQL's user must be able to enter when this runs as root.
  await chmod(folder, 0o755);
  const dataDir = join(folder, `postgres-${occurrences}`);
  const log = () => undefined;
  const marker = `${dataDir}-filled`;
  if (!existsSync(marker)) {
    const server = await startEmbeddedPostgres({ dataDir, log, settings: { ...BOTH, ...FILLING } });
    try {
      await migrate(server.url);
      await fillFleet({ adminUrl: server.adminUrl, shape: fleetShape(occurrences), print });
      await writeFile(marker, "");
    } finally {
      await server.stop();
    }
  }
  const { bavail, bsize } = await statfs(folder);
  print(`${((bavail * bsize) / 1e9).toFixed(0)} GB of the disk are free`);
  if (bavail * bsize < KEPT_FREE) throw new Error("Too little of the disk is free: choose fewer Occurrences.");
  const server = await startEmbeddedPostgres({ dataDir, log, settings: { ...BOTH, ...MEASURING } });
  // It may have been filled before the last migration.
  await migrate(server.url);
  return server;
}
