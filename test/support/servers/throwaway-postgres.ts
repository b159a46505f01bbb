import { chmod, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crashEmbeddedPostgres, type EmbeddedPostgres, startEmbeddedPostgres } from "#prisma/embedded-postgres.ts";

const PREFIX = "flawless-test-postgres-";
/** Does not wait for the disk, because the data does not outlive the tests. */
const SETTINGS = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "300" };

/**
 * Starts a PostgreSQL server for the caller, which may be restarted or crashed, with these settings besides its own. `stop` also deletes its
 * data.
 */
export async function startThrowawayPostgres(settings: Record<string, string> = {}): Promise<EmbeddedPostgres> {
  await clearLeftovers();
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // PostgreSQL's user must be able to enter when the tests run as root; the data is in a closed folder inside.
  await chmod(folder, 0o755);
  const server = await startEmbeddedPostgres({
    dataDir: join(folder, "postgres"),
    log: () => undefined,
    settings: { ...SETTINGS, ...settings },
  });
  const stop = async () => {
    await server.stop();
    await rm(server.folder, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  };
  return { ...server, stop };
}

/** Removes servers of killed test runs; the folder's name contains the id of the process that started it. */
async function clearLeftovers(): Promise<void> {
  const folders = (await readdir(tmpdir())).filter((name) => name.startsWith(PREFIX));
  for (const name of folders) {
    const starter = Number(name.slice(PREFIX.length).split("-")[0]);
    const folder = join(tmpdir(), name);
    const isOwn = (await stat(folder)).uid === process.getuid?.();
    if (!isOwn || isAlive(starter)) continue;
    await crashEmbeddedPostgres(join(folder, "postgres"));
    await rm(folder, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
