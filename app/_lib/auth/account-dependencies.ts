import type { Database } from "#prisma/client.ts";
import type { Queue } from "#prisma/queue.ts";
import type { Settings } from "#worker/core/settings.ts";

/** Dependencies of the account functions. */
export type AccountDependencies = { db: Database; getQueue(): Promise<Queue>; settings: Settings; now(): Date };
