import { Prisma, type Transaction } from "#prisma/client.ts";
import type { DeliveryKind } from "#prisma/generated/enums.ts";
import { mailRoom } from "#worker/core/schedule/mail-room.ts";

/** Mails that somebody waits for. They come before reports, and a part of each day's limit is kept for them. */
const AWAITED: readonly DeliveryKind[] = [
  "verification",
  "account_exists",
  "reset",
  "recipient_confirmation",
  "invitation",
  "security_notice",
];
const DAY_MS = 86_400_000;

/** `perDay` null: there is no limit of mails a day. */
type Wanted = { now: Date; perDay: number | null; take: number };

/** Returns the ids of the Deliveries that may be sent now: awaited ones first, then the oldest. */
export async function findDue(tx: Transaction, { now, perDay, take }: Wanted): Promise<string[]> {
  const room = perDay === null ? { awaited: take, reports: take } : mailRoom(perDay, await countSent(tx, now, perDay));
  const isAwaited = Prisma.sql`"kind"::text = ANY(${[...AWAITED]})`;
  const rows = await tx.$queryRaw<{ id: string; awaited: boolean }[]>`
    SELECT "id", ${isAwaited} AS "awaited" FROM "Delivery"
    WHERE "state" IN ('pending', 'sending') AND "nextAttemptAt" <= ${now} AND (${room.reports > 0} OR ${isAwaited})
    ORDER BY ${isAwaited} DESC, "createdAt", "id" LIMIT ${Math.min(take, room.awaited)}`;
  const awaited = rows.filter((row) => row.awaited);
  const reports = rows.filter((row) => !row.awaited).slice(0, Math.max(0, room.reports - awaited.length));
  return [...awaited, ...reports].map(({ id }) => id);
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
