import { Prisma, type Transaction } from "#prisma/client.ts";
import { mailRoom } from "#worker/core/schedule/mail-room.ts";
import { AWAITED_KINDS } from "./is-awaited.ts";

const DAY_MS = 86_400_000;

/** `perDay` null: there is no limit of mails a day. */
type Wanted = { now: Date; perDay: number | null; take: number };

export type DueDelivery = { id: string; isAwaited: boolean };

/** Returns the Deliveries that may be sent now: awaited ones first, then the oldest. Of a day's limit a part is kept for awaited ones. */
export async function findDue(tx: Transaction, { now, perDay, take }: Wanted): Promise<DueDelivery[]> {
  const room = perDay === null ? { awaited: take, reports: take } : mailRoom(perDay, await countSent(tx, now, perDay));
  const isAwaited = Prisma.sql`"kind"::text = ANY(${[...AWAITED_KINDS]})`;
  const rows = await tx.$queryRaw<DueDelivery[]>`
    SELECT "id", ${isAwaited} AS "isAwaited" FROM "Delivery"
    WHERE "state" IN ('pending', 'sending') AND "nextAttemptAt" <= ${now} AND (${room.reports > 0} OR ${isAwaited})
    ORDER BY ${isAwaited} DESC, "createdAt", "id" LIMIT ${Math.min(take, room.awaited)}`;
  const awaited = rows.filter((row) => row.isAwaited);
  const reports = rows.filter((row) => !row.isAwaited).slice(0, Math.max(0, room.reports - awaited.length));
  return [...awaited, ...reports];
}

/** Counts the mails of the last 24 hours, with those that are being sent; at most `most`. */
async function countSent(tx: Transaction, now: Date, most: number): Promise<number> {
  const since = new Date(now.getTime() - DAY_MS);
  const [row] = await tx.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) AS "count" FROM (
      (SELECT 1 FROM "Delivery" WHERE "sentAt" > ${since} LIMIT ${most})
      UNION ALL (SELECT 1 FROM "Delivery" WHERE "state" = 'sending' AND "nextAttemptAt" > ${now} LIMIT ${most}) LIMIT ${most}) AS sent`;
  return Number(row?.count ?? 0);
}
