import type { Database } from "#prisma/client.ts";
import type { Queue } from "#prisma/queue.ts";
import { switchWords } from "#worker/core/operating/switches.ts";
import { writeDelivery } from "../deliveries/write-delivery.ts";
import { findBacklog } from "./find-backlog.ts";
import { findBusinessFigures } from "./find-business-figures.ts";
import { findDayFigures } from "./find-day-figures.ts";
import { findSwitches } from "./find-switches.ts";

/** Hour (UTC) from which the figures of the day before are mailed. */
const HOUR = 6;
const DAY_MS = 86_400_000;

/**
 * Mails the figures of yesterday (UTC) to each operator, once. Any number of workers may call it at any time; without operators it does
 * nothing. Returns the number of mails.
 */
export async function writeBusinessReport(
  db: Database,
  queue: Queue,
  { operators, now }: { operators: readonly string[]; now: Date },
): Promise<number> {
  if (operators.length === 0 || now.getUTCHours() < HOUR) return 0;
  const until = new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS);
  const from = new Date(until.getTime() - DAY_MS);
  const day = from.toISOString().slice(0, 10);
  const keys = new Map(operators.map((email) => [`business_report:${day}:${email}`, email]));
  const known = await db.delivery.findMany({ where: { dedupeKey: { in: [...keys.keys()] } }, select: { dedupeKey: true } });
  for (const { dedupeKey } of known) keys.delete(dedupeKey);
  if (keys.size === 0) return 0;
  const [figures, business, backlog, { switches, features }] = await Promise.all([
    findDayFigures(db, { from, until }),
    findBusinessFigures(db, now),
    findBacklog(db, now),
    findSwitches(db),
  ]);
  const { paying, trials, ending, revenue } = business;
  const payload = {
    ...{ day, ...figures, paying, trials, ending, revenue },
    late: { crawls: backlog.crawlsLate, mails: backlog.mailsLate },
    failingSites: backlog.failingSites,
    off: [...switches, ...features].filter(({ isOn }) => !isOn).map(({ name }) => switchWords(name).label),
  };
  await db.$transaction(async (tx) => {
    for (const [dedupeKey, email] of keys)
      await writeDelivery(tx, queue, { kind: "business_report", email, siteId: null, dedupeKey, payload });
  });
  return keys.size;
}
