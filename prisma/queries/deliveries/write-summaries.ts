import type { Database, Prisma, Transaction } from "#prisma/client.ts";
import type { MailRhythm } from "#prisma/generated/client.ts";
import type { Queue } from "#prisma/queue.ts";
import type { Digest } from "#worker/core/digest/digest.ts";
import { nextSummaryAt } from "#worker/core/schedule/next-summary-at.ts";
import { siteLabel } from "#worker/core/view/sites/site-label.ts";
import { findSuppressions } from "../suppressions/find-suppressions.ts";
import { makeDigest } from "./make-digest.ts";
import { writeDelivery } from "./write-delivery.ts";
import { markMailed } from "./write-digests.ts";

/** Persons whose summaries are written in one call. */
const BATCH = 200;
const TRANSACTION = { timeout: 60_000, maxWait: 15_000 };

/** Writes every summary that is due, each in its own transaction. Returns the number of mails written. */
export async function writeSummaries(db: Database, queue: Queue, now: Date): Promise<number> {
  const due = await db.mailRhythm.findMany({ where: { nextAt: { lte: now } }, orderBy: { nextAt: "asc" }, take: BATCH });
  let written = 0;
  for (const rhythm of due) written += await db.$transaction((tx) => writeSummary({ tx, queue, now }, rhythm), TRANSACTION);
  return written;
}

type Dependencies = { tx: Transaction; queue: Queue; now: Date };

/**
 * Writes one person's summary of all Sites of a Team that changed, and moves the marks. Writes no mail if none did, or if
 * the address is suppressed: then the marks stay. Returns the number of mails. Another worker that found the same row writes nothing.
 */
async function writeSummary({ tx, queue, now }: Dependencies, person: MailRhythm): Promise<0 | 1> {
  const { teamId, email, nextAt: dueAt, rhythm, checks, token } = person;
  const claimed = await tx.mailRhythm.updateMany({
    where: { teamId, email, nextAt: dueAt },
    data: { nextAt: nextSummaryAt(person, now) },
  });
  if (claimed.count === 0 || dueAt === null) return 0;
  if ((await findSuppressions(tx, [email])).has(email)) return 0;
  await waitForEvents(tx, { teamId, email });
  const recipients = await tx.recipient.findMany({
    where: { email, site: { teamId }, confirmedAt: { not: null }, unsubscribedAt: null },
    orderBy: { siteId: "asc" },
    select: { id: true, siteId: true, toldUpTo: true, site: { select: { name: true, startUrl: true } } },
  });
  const digests: Digest[] = [];
  for (const { id, siteId, toldUpTo, site } of recipients) {
    const facts = { siteId, siteName: siteLabel(site.name, site.startUrl), ...(await lastPages(tx, siteId)) };
    const digest = await makeDigest(tx, facts, { toldUpTo, checks });
    if (digest) digests.push(digest);
    await markMailed(tx, siteId, [{ id }]);
  }
  if (digests.length === 0) return 0;
  const marks = recipients.map(({ id, toldUpTo }) => ({ recipientId: id, from: toldUpTo.toString() }));
  const payload = { teamId, rhythm, digests, recipientToken: token } satisfies Prisma.InputJsonObject;
  const dedupeKey = `summary:${teamId}:${email}:${dueAt.toISOString()}`;
  await writeDelivery(tx, queue, { kind: "summary", email, siteId: null, teamId, dedupeKey, payload, marks });
  return 1;
}

/**
 * Waits until every transaction that writes IssueEvents of these Sites has ended, and keeps others from beginning: a mark must not pass an
 * event that is not visible yet. Each IssueEvent holds a key-share lock on its Site, which this lock conflicts with.
 */
async function waitForEvents(tx: Transaction, { teamId, email }: { teamId: string; email: string }): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM "Site" WHERE "teamId" = ${teamId} AND "id" IN (SELECT "siteId" FROM "Recipient" WHERE "email" = ${email})
    ORDER BY "id" FOR UPDATE`;
}

/** Returns the number of pages that the Site's last Crawl read, and could not read. */
async function lastPages(tx: Transaction, siteId: string): Promise<Pick<Digest, "pagesChecked" | "pagesFailed">> {
  const crawl = await tx.crawl.findFirst({
    where: { siteId, state: "finished", reason: { not: "page" } },
    orderBy: { finishedAt: "desc" },
    select: { pagesDone: true, pagesFailed: true },
  });
  return { pagesChecked: (crawl?.pagesDone ?? 0) - (crawl?.pagesFailed ?? 0), pagesFailed: crawl?.pagesFailed ?? 0 };
}
