import { z } from "zod";
import type { Transaction } from "#prisma/client.ts";
import { siteLabel } from "#worker/core/view/sites/site-label.ts";
import { toCandidates } from "./to-candidates.ts";

type Assigned = { decisionId: string; assigneeId: string; byUserId: string; issueIds: readonly string[]; now: Date };

/** Time in which an assignment can be undone before it is mailed, and in which further ones join the same mail. */
const WAIT_MS = 60_000;
/** A mail that more and more assignments join waits no longer than this. */
const LONGEST_WAIT_MS = 10 * 60_000;

/** The payload of a waiting mail, as far as it can still change. */
const waitingSchema = z.object({
  assignedBy: z.string(),
  items: z.array(z.looseObject({ decisionId: z.string(), issueId: z.string() })),
});
const waiting = { kind: "issues_assigned", state: "pending", attempts: 0 } as const;

/**
 * Writes a mail to the Member that Issues were assigned to. It waits a minute: what the same person assigns meanwhile joins it, and what is
 * undone leaves it.
 */
export async function writeAssignmentMail(
  tx: Transaction,
  { decisionId, assigneeId, byUserId, issueIds, now }: Assigned,
): Promise<void> {
  if (issueIds.length === 0) return;
  const { email } = await tx.user.findUniqueOrThrow({ where: { id: assigneeId }, select: { email: true } });
  const { email: assignedBy } = await tx.user.findUniqueOrThrow({ where: { id: byUserId }, select: { email: true } });
  const issues = await tx.issue.findMany({
    where: { id: { in: [...issueIds] } },
    include: { site: { select: { name: true, startUrl: true } } },
    orderBy: { id: "asc" },
  });
  const sites = new Map(issues.map(({ id, siteId, site }) => [id, { siteId, siteName: siteLabel(site.name, site.startUrl) }]));
  const items = (await toCandidates(tx, issues)).map(({ rule: _rule, confidence: _confidence, ...item }) => ({
    ...{ ...item, alike: 0, decisionId },
    ...sites.get(item.issueId),
  }));
  const due = new Date(now.getTime() + WAIT_MS);
  const open = (await lockWaiting(tx, email, now)).find((mail) => mail.payload.assignedBy === assignedBy);
  if (open) {
    const kept = open.payload.items.filter(({ issueId }) => !issueIds.includes(issueId));
    const latest = new Date(open.createdAt.getTime() + LONGEST_WAIT_MS);
    await tx.delivery.update({
      where: { id: open.id },
      data: { payload: asJson({ assignedBy, items: [...kept, ...items] }), nextAttemptAt: due < latest ? due : latest },
    });
    return;
  }
  await tx.delivery.create({
    data: {
      ...{ kind: "issues_assigned", email, siteId: null, dedupeKey: `issues_assigned:${decisionId}` },
      ...{ payload: asJson({ assignedBy, items }), nextAttemptAt: due, createdAt: now },
    },
  });
}

/** Takes Issues out of the mail about their assignment, while it waits. An empty mail is not sent. */
export async function withdrawAssignmentMail(
  tx: Transaction,
  { decisionId, issueIds, now }: { decisionId: string; issueIds: readonly string[]; now: Date },
): Promise<void> {
  const withdrawn = new Set(issueIds);
  for (const { id, payload } of await lockWaiting(tx, null, now, decisionId)) {
    const items = payload.items.filter((item) => item.decisionId !== decisionId || !withdrawn.has(item.issueId));
    if (items.length === 0) await tx.delivery.delete({ where: { id } });
    else await tx.delivery.update({ where: { id }, data: { payload: asJson({ ...payload, items }) } });
  }
}

/** Returns the mails that are not due yet, to one address or about one decision, and locks them, so that no worker claims them meanwhile. */
async function lockWaiting(tx: Transaction, email: string | null, now: Date, decisionId: string | null = null) {
  const about = JSON.stringify({ items: [{ decisionId }] });
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Delivery" WHERE "kind" = 'issues_assigned' AND "state" = 'pending' AND "attempts" = 0
      AND "nextAttemptAt" > ${now} AND (${email}::text IS NULL OR "email" = ${email})
      AND (${decisionId}::text IS NULL OR "payload" @> ${about}::jsonb) ORDER BY "id" FOR UPDATE`;
  const mails = await tx.delivery.findMany({
    where: { id: { in: locked.map(({ id }) => id) }, ...waiting },
    select: { id: true, payload: true, createdAt: true },
  });
  return mails.map(({ payload, ...mail }) => ({ ...mail, payload: waitingSchema.parse(payload) }));
}

/** Returns a payload as JSON for the database. */
function asJson(payload: z.infer<typeof waitingSchema>) {
  return z.json().parse(payload) ?? {};
}
