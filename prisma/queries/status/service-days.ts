import type { Database } from "#prisma/client.ts";
import { SHOWN_DAYS, shownDays } from "#worker/core/view/service-days.ts";

const DAY_MS = 86_400_000;

/**
 * Stores the facts of today and yesterday (UTC), and of each of the last 30 days that has none. Any number of workers may call it. Returns the
 * number of days.
 */
export async function recordServiceDays(db: Database, now: Date): Promise<number> {
  const days = shownDays(now);
  const stored = await db.serviceDay.findMany({ where: { day: { in: days }, crawls: { not: null } }, select: { day: true } });
  const known = new Set(stored.map(({ day }) => day));
  const due = days.filter((day, index) => index >= SHOWN_DAYS - 2 || !known.has(day));
  for (const day of due) await recordDay(db, day);
  return due.length;
}

/** On time: a Crawl that a worker started, and a mail that was sent, within 30 minutes. A Crawl that failed by a fault of ours was not. */
async function recordDay(db: Database, day: string): Promise<void> {
  const from = new Date(`${day}T00:00:00Z`);
  const until = new Date(from.getTime() + DAY_MS);
  await db.$executeRaw`
    INSERT INTO "ServiceDay" ("day", "crawls", "crawlsOnTime", "mails", "mailsOnTime")
    SELECT ${day}, crawls."all", crawls."onTime", mails."all", mails."onTime"
    FROM (
      SELECT count(*)::integer AS "all", (count(*) FILTER (
        WHERE "failureCode" IS DISTINCT FROM 'internal' AND "startedAt" - coalesce("dueAt", "queuedAt") <= interval '30 minutes'))::integer AS "onTime"
      FROM "Crawl" WHERE "finishedAt" >= ${from} AND "finishedAt" < ${until} AND "startedAt" IS NOT NULL) AS crawls,
      (SELECT count(*)::integer AS "all", (count(*) FILTER (WHERE "sentAt" - "createdAt" <= interval '30 minutes'))::integer AS "onTime"
      FROM "Delivery" WHERE "sentAt" >= ${from} AND "sentAt" < ${until}) AS mails
    ON CONFLICT ("day") DO UPDATE SET "crawls" = excluded."crawls", "crawlsOnTime" = excluded."crawlsOnTime",
      "mails" = excluded."mails", "mailsOnTime" = excluded."mailsOnTime"`;
}

/** Notes that a web process answers and reaches the database. A minute counts once, however many processes there are. */
export async function noteWebMinute(db: Database, now: Date): Promise<void> {
  const minute = new Date(Math.floor(now.getTime() / 60_000) * 60_000);
  const day = minute.toISOString().slice(0, 10);
  await db.$executeRaw`
    INSERT INTO "ServiceDay" AS known ("day", "webMinutes", "webSince", "webSeenAt") VALUES (${day}, 1, ${minute}, ${minute})
    ON CONFLICT ("day") DO UPDATE SET "webMinutes" = coalesce(known."webMinutes", 0) + 1,
      "webSince" = coalesce(known."webSince", excluded."webSince"), "webSeenAt" = excluded."webSeenAt"
    WHERE known."webSeenAt" IS NULL OR known."webSeenAt" < excluded."webSeenAt"`;
}
