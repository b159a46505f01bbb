import type { Database, Transaction } from "#prisma/client.ts";
import type { Queue } from "#prisma/queue.ts";
import { makeToken } from "#prisma/secret-token.ts";
import { DomainError } from "#worker/core/errors.ts";
import { type TeamScope, teamOf } from "#worker/core/people/team-scope.ts";
import { plural } from "#worker/core/text/plural.ts";
import { tooManyAdded } from "#worker/core/view/words/too-many-added.ts";
import { writeDelivery } from "../deliveries/write-delivery.ts";
import { countAttempt } from "../security/count-attempt.ts";
import { type EventSource, recordSecurityEvent } from "../security/record-security-event.ts";
import { sitesOf } from "../sites/site-filter.ts";
import { lockTeam } from "../teams/lock-team.ts";

type Dependencies = { db: Database; queue: Queue; now: Date };
/** `memberEmail`: the verified address of the member who adds; it needs no confirmation. */
type Wanted = {
  teamId: TeamScope;
  siteId: string;
  email: string;
  memberEmail: string;
  /** The person who adds and the source of the request, for the security log. */
  by?: { userId: string; source: EventSource };
};

const HOUR_MS = 3_600_000;
/**
 * Confirmation mails allowed per hour, for one address (over all Teams) and for one Team, so that adding and removing in a loop
 * cannot flood strangers. Counters are kept for an hour (app/_lib/auth/create-auth.ts), so no window here may be longer.
 */
const QUESTIONS = { ofAddress: 5, ofTeam: 60 };

/**
 * Adds a recipient to a Site. The member's own address is active at once; any other must confirm by mail, at most one mail a
 * day, also after it unsubscribed. Earlier events are never mailed to it.
 * @throws DomainError `plan-limit`, `conflict` when it gets the mails already, `not-found` when the Team has no such Site,
 * `unavailable` when too many were added recently.
 */
export async function addRecipient({ db, queue, now }: Dependencies, wanted: Wanted): Promise<{ confirmed: boolean }> {
  const { teamId, siteId, memberEmail, by } = wanted;
  const email = wanted.email.trim().toLowerCase();
  const confirmed = email === memberEmail.toLowerCase();
  if (!confirmed) await countQuestion(db, { teamId: teamOf(teamId), email, now });
  await db.$transaction(async (tx) => {
    const plan = await lockTeam(tx, teamId);
    const site = await tx.site.findFirst({ where: { id: siteId, ...sitesOf(teamId) }, select: { name: true, startUrl: true } });
    if (!site) throw new DomainError("not-found", "This site is no longer in your list.");
    const known = await tx.recipient.findUnique({ where: { siteId_email: { siteId, email } } });
    if (known?.confirmedAt && !known.unsubscribedAt) throw new DomainError("conflict", `${email} already gets these mails.`);
    if (!known && (await tx.recipient.count({ where: { siteId } })) >= plan.recipientsPerSite)
      throw new DomainError(
        "plan-limit",
        `Your plan includes ${plural(plan.recipientsPerSite, "address", "addresses")} for each site.`,
      );
    const fresh = { confirmedAt: confirmed ? now : null, unsubscribedAt: null, toldUpTo: await lastEventId(tx, siteId) };
    const recipient = await tx.recipient.upsert({
      where: { siteId_email: { siteId, email } },
      create: { siteId, email, token: makeToken(), ...fresh },
      update: fresh,
    });
    if (by) await recordSecurityEvent(tx, { ...by, kind: "recipient_added", detail: site.name, now });
    if (confirmed) return;
    await writeDelivery(tx, queue, {
      kind: "recipient_confirmation",
      email,
      siteId,
      dedupeKey: `recipient_confirmation:${recipient.id}:${now.toISOString().slice(0, 10)}`,
      payload: { siteHost: new URL(site.startUrl).hostname, recipientToken: recipient.token },
    });
  });
  return { confirmed };
}

async function countQuestion(
  db: Database,
  { teamId, email, now }: { teamId: string; email: string; now: Date },
): Promise<void> {
  const attempt = { windowMs: HOUR_MS, now };
  const isAllowed =
    (await countAttempt(db, { ...attempt, kind: "recipient-of-team", subject: teamId, max: QUESTIONS.ofTeam })) &&
    (await countAttempt(db, { ...attempt, kind: "recipient", subject: email, max: QUESTIONS.ofAddress }));
  if (isAllowed) return;
  throw new DomainError("unavailable", tooManyAdded("addresses", HOUR_MS), { retryable: true });
}

async function lastEventId(tx: Transaction, siteId: string): Promise<bigint> {
  const last = await tx.issueEvent.findFirst({ where: { siteId }, orderBy: { id: "desc" }, select: { id: true } });
  return last?.id ?? 0n;
}
