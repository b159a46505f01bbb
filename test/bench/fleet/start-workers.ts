import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { type RunningProcess, startNode } from "#test/support/child-process.ts";
import { requireBrowser } from "#test/support/require-browser.ts";
import { HEAP_FLAGS, MALLOC_SETTINGS } from "#worker/launch/process/heap-flags.ts";
import { FLEET_ADDRESSES } from "./fleet-hosts.ts";

type Wanted = { count: number; settings: Record<string, string>; profile: string | undefined };

/** Starts the workers that were built in `folder`, as `npm start` does. `profile`: the folder for a profile of each. */
export async function startWorkers(
  folder: string,
  databaseUrl: string,
  { count, settings, profile }: Wanted,
): Promise<RunningProcess[]> {
  const environment = {
    ...MALLOC_SETTINGS,
    DATABASE_URL: databaseUrl,
    APP_URL: "http://127.0.0.1:9",
    AUTH_SECRET: randomUUID(),
    ALLOWED_PRIVATE_HOSTS: FLEET_ADDRESSES.join(","),
    CHROMIUM_PATH: await requireBrowser(),
    PICTURES_DIR: join(folder, "pictures"),
    ...settings,
  };
  const flags = profile ? ["--cpu-prof", `--cpu-prof-dir=${profile}`] : [];
  const [first = "", ...rest] = [...HEAP_FLAGS, ...flags, "--enable-source-maps", join(folder, "worker.mjs")];
  const workers = Array.from({ length: count }, () => startNode(first, rest, environment));
  await Promise.all(workers.map((each) => each.printed(/worker ready|could not start/)));
  return workers;
}
