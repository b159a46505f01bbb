import type { Database } from "./client.ts";

/** Readings of which the one that took the shortest counts: its moment is known best. */
const READINGS = 3;

/** The database's time at the zero of `performance.now()`; null: it was not read yet. */
let databaseZero: number | null = null;

/**
 * Shows the time that all workers share: the database's. A worker whose own clock is wrong would otherwise take Crawls and mails from others, and do what is due too
 * early or too late. Between two readings it goes by a clock that cannot be set.
 */
export const serviceClock = {
  /** Returns the time of the database; before the first reading, that of this machine. */
  now: (): Date => (databaseZero === null ? new Date() : new Date(databaseZero + performance.now())),

  /** Reads the database's time. Returns how far ahead of it this machine's clock is, in milliseconds. */
  async read(db: Database): Promise<number> {
    let shortest = Number.POSITIVE_INFINITY;
    for (let reading = 0; reading < READINGS; reading += 1) {
      const askedAt = performance.now();
      const [row] = await db.$queryRaw<{ now: number }[]>`
        SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS "now"`;
      const answeredAt = performance.now();
      if (!row || answeredAt - askedAt >= shortest) continue;
      shortest = answeredAt - askedAt;
      databaseZero = row.now - (askedAt + answeredAt) / 2;
    }
    return Date.now() - serviceClock.now().getTime();
  },
};
