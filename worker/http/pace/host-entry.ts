import type { LocalHost } from "#worker/core/pace/local-host.ts";

/** A request that waits for its turn. */
export type Waiter = { start(): void; refuse(reason: unknown): void };

/** One host of a limiter. `timer` runs while a request waits for a pause to end. */
export type HostEntry = { state: LocalHost<Waiter>; timer: NodeJS.Timeout | null };
