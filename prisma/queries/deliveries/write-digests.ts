import type { Prisma, Transaction } from "#prisma/client.ts";
import type { Queue } from "#prisma/queue.ts";
import { completeCounts } from "#worker/core/checks/check-kinds.ts";
import { MAIL_CONFIDENCE } from "#worker/core/checks/finding.ts";
import { chooseItems } from "#worker/core/digest/choose-items.ts";
import type { Digest } from "#worker/core/digest/digest.ts";
import { SITE_WORD_RULE } from "#worker/core/issues/site-words.ts";
import { writeChannelNews } from "../channels/write-channel-news.ts";
import { findRhythms, type RhythmView } from "../rhythms/find-rhythms.ts";
import { findSuppressions } from "../suppressions/find-suppressions.ts";
import { makeDigest } from "./make-digest.ts";
import { toCandidates } from "./to-candidates.ts";
import { writeDelivery } from "./write-delivery.ts";

/** Facts about the recorded Crawl that its mails show. `siteName`: see worker/core/view/sites/site-label.ts. */
export type MailedCrawl = {
  siteId: string;
  teamId: string;
  siteName: string;
  crawlId: string;
  pagesChecked: number;
  pagesFailed: number;
};
export type MailedRecipient = { id: string; email: string; token: string; toldUpTo: bigint };

/** Issues shown in a first report, and those from which they are chosen; the dashboard shows all. */
const TOP = 5;
const CHOSEN_FROM = 300;
/** The rhythm of a person who chose none. */
const AT_ONCE = { rhythm: "at_once", checks: [] } satisfies Pick<RhythmView, "rhythm" | "checks">;

/** Returns the recipients of a Site's mails: confirmed, not unsubscribed, and not suppressed. The marks of others stay where they are. */
export async function findActiveRecipients(tx: Transaction, siteId: string): Promise<MailedRecipient[]> {
  const recipients = await tx.recipient.findMany({
    where: { siteId, confirmedAt: { not: null }, unsubscribedAt: null },
    orderBy: { id: "asc" },
    select: { id: true, email: true, token: true, toldUpTo: true },
  });
  const suppressed = await findSuppressions(
    tx,
    recipients.map(({ email }) => email),
  );
  return recipients.filter(({ email }) => !suppressed.has(email));
}

/**
 * Writes a digest to each recipient, and to each Channel, of what changed since its last one, and moves its mark forward. Both happen in
 * the transaction that records the Crawl, so that each change is sent once. Without changes nothing is sent. A recipient who wants
 * summaries gets them from `writeSummaries`. `late`: a Crawl's
 * second digest, about links that answered slowly.
 */
export async function writeDigests(
  tx: Transaction,
  queue: Queue,
  crawl: MailedCrawl,
  part: "digest" | "late" = "digest",
): Promise<void> {
  const { siteId, teamId, crawlId } = crawl;
  const recipients = await findActiveRecipients(tx, siteId);
  const rhythms = await findRhythms(tx, { teamId, emails: recipients.map(({ email }) => email) });
  const readers = recipients.map((recipient) => ({ ...recipient, ...(rhythms.get(recipient.email) ?? AT_ONCE) }));
  const atOnce = readers.filter(({ rhythm }) => rhythm === "at_once");
  const digests = new Map<string, Digest | null>();
  const digestSince = async (toldUpTo: bigint, checks: readonly string[] = []) => {
    const reading = `${toldUpTo} ${checks}`;
    const digest = digests.has(reading) ? digests.get(reading) : await makeDigest(tx, crawl, { toldUpTo, checks });
    digests.set(reading, digest ?? null);
    return digest ?? null;
  };
  for (const { id, email, token, toldUpTo, checks } of atOnce) {
    const digest = await digestSince(toldUpTo, checks);
    if (!digest) continue;
    const payload = { digest, recipientToken: token } satisfies Prisma.InputJsonObject;
    const marks = [{ recipientId: id, from: toldUpTo.toString() }];
    await writeDelivery(tx, queue, { kind: "digest", email, siteId, dedupeKey: `${part}:${crawlId}:${id}`, payload, marks });
  }
  await writeChannelNews(tx, queue, {
    siteId,
    key: `${part}:${crawlId}`,
    newsSince: async (toldUpTo) => {
      const digest = await digestSince(toldUpTo);
      return digest && { kind: "changes", digest };
    },
  });
  await markMailed(tx, siteId, atOnce);
}

/** Writes the first report to each recipient and Channel. Its Issues are the baseline and are not mailed again as new. */
export async function writeFirstReports(tx: Transaction, queue: Queue, crawl: MailedCrawl): Promise<void> {
  const { siteId, siteName, pagesChecked, pagesFailed } = crawl;
  const open = { siteId, state: "open" as const, confidence: { gte: MAIL_CONFIDENCE } };
  const counted = await tx.issue.groupBy({ by: ["check"], where: open, _count: true });
  const counts = completeCounts(Object.fromEntries(counted.map(({ check, _count }) => [check, _count])));
  const issues = await tx.issue.findMany({ where: open, orderBy: [{ confidence: "desc" }, { id: "asc" }], take: CHOSEN_FROM });
  const top = chooseItems(await toCandidates(tx, issues), TOP);
  const ownWords = await tx.issue.count({ where: { siteId, state: "open", rule: SITE_WORD_RULE } });
  const recipients = await findActiveRecipients(tx, siteId);
  for (const { id, email, token } of recipients) {
    const payload = { siteId, siteName, pagesChecked, pagesFailed, counts, top, ownWords, recipientToken: token };
    await writeDelivery(tx, queue, { kind: "first_report", email, siteId, dedupeKey: `first_report:${siteId}:${id}`, payload });
  }
  const report = { kind: "first_report" as const, siteId, siteName, pagesChecked, pagesFailed, counts, top };
  await writeChannelNews(tx, queue, { siteId, key: `first_report:${siteId}`, newsSince: async () => report });
  await markMailed(tx, siteId, recipients);
}

/** Moves the recipients' marks to the Site's latest event. */
export async function markMailed(
  tx: Transaction,
  siteId: string,
  recipients: readonly Pick<MailedRecipient, "id">[],
): Promise<void> {
  const last = await tx.issueEvent.findFirst({ where: { siteId }, orderBy: { id: "desc" }, select: { id: true } });
  if (!last) return;
  await tx.recipient.updateMany({ where: { id: { in: recipients.map(({ id }) => id) } }, data: { toldUpTo: last.id } });
}
