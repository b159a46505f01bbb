import { renderDelivery } from "#emails/render-delivery.tsx";
import type { Database } from "#prisma/client.ts";
import type { DeliveryKind } from "#prisma/generated/enums.ts";
import { sealDecision } from "#prisma/mail-decision.ts";
import { type ClaimedDelivery, claimDelivery } from "#prisma/queries/deliveries/claim-delivery.ts";
import { findDecider } from "#prisma/queries/deliveries/find-decider.ts";
import { isAwaited } from "#prisma/queries/deliveries/is-awaited.ts";
import { markRefused, markSent, postpone, type StoredMail, saveToMailbox } from "#prisma/queries/deliveries/settle-delivery.ts";
import { recordMailEvent } from "#prisma/queries/suppressions/record-mail-event.ts";
import { rewindMarks } from "#prisma/queries/suppressions/rewind-marks.ts";
import { withholdDelivery } from "#prisma/queries/suppressions/withhold-delivery.ts";
import { openLink } from "#prisma/sealed-link.ts";
import type { SecretKeys } from "#prisma/sealed-secret.ts";
import { serviceClock } from "#prisma/service-clock.ts";
import { detailOf } from "#worker/core/mail-events/event-fields.ts";
import { nextAttemptAt } from "#worker/core/schedule/next-attempt.ts";
import type { Log } from "#worker/log.ts";
import { noteInLog } from "#worker/telemetry/log-context.ts";
import { inSpan } from "#worker/telemetry/tracing.ts";
import { mailAttempts } from "#worker/telemetry/worker-metrics.ts";
import { insist } from "./insist.ts";
import type { Relays } from "./relays/open-relays.ts";

/** Tools for sending mail. `relays` null: there is no mail server, and messages are kept for the Mailbox page. */
export type DeliverDependencies = {
  db: Database;
  relays: Relays | null;
  /** Decrypt the links of account mails. */
  secretKeys: SecretKeys;
  appUrl: string;
  from: string;
  /** Most mails within 24 hours; absent: no limit. */
  perDay?: number | undefined;
  log: Log;
};

/**
 * Sends one Delivery, if it is due; within a limit of mails a day, the first of all that are due. If the server is down or busy, it is put off; if the server refuses the recipient for good, or the address is suppressed, it ends. The
 * Message-ID never changes, so that a message which the server took just before this worker died is recognised when it comes again.
 * @throws when the outcome cannot be recorded. The Delivery is tried again when this worker's lease on it ends.
 */
export async function deliver(dependencies: DeliverDependencies, deliveryId: string): Promise<void> {
  const { db, relays, perDay, log } = dependencies;
  const delivery = await claimDelivery(db, deliveryId, serviceClock.now(), relays && perDay);
  if (!delivery) return;
  noteInLog({ siteId: delivery.siteId ?? undefined, teamId: delivery.teamId ?? undefined });
  const fields = { deliveryId: delivery.id, kind: delivery.kind, attempt: delivery.attempts };
  let attempt: Attempt;
  try {
    const span = { parent: delivery.traceparent, attributes: { "flawless.mail": delivery.kind } };
    attempt = await inSpan("send mail", span, () => send(dependencies, delivery));
  } catch (error) {
    log.error({ ...fields, err: error }, "delivery broke off: it is tried again");
    attempt = { outcome: "later", reason: "We could not write or send the message." };
  }
  await insist(log, () => settle(db, delivery, attempt));
  mailAttempts.inc({ kind: delivery.kind, outcome: attempt.outcome });
  log.info({ ...fields, outcome: attempt.outcome }, "delivery attempted");
}

/** Mails whose readers can decide about Issues without signing in. */
const REPORTS: ReadonlySet<DeliveryKind> = new Set(["first_report", "digest", "summary"]);

/** `bounce`: what the server said of the address; absent: it was not asked. */
type Refusal = { outcome: "refused" | "later"; reason: string; bounce?: "hard" | "soft" | null };
type Attempt = { outcome: "sent" } | Refusal | { outcome: "kept"; mail: StoredMail } | { outcome: "withheld"; reason: string };

async function send(
  { db, relays, secretKeys, appUrl, from }: DeliverDependencies,
  delivery: ClaimedDelivery,
): Promise<Attempt> {
  const withheld = delivery.isSuppressed ? await withholdDelivery(db, delivery, serviceClock.now()) : null;
  if (withheld !== null) return { outcome: "withheld", reason: withheld };
  const userId = REPORTS.has(delivery.kind) ? await findDecider(db, delivery) : null;
  const decisionToken =
    userId === null ? null : (issueId: string) => sealDecision(secretKeys, { issueId, userId }, serviceClock.now());
  const payload = openLink(secretKeys, delivery.email, delivery.payload);
  const mail = await renderDelivery(delivery.kind, payload, { appUrl, decisionToken });
  if (!relays) return { outcome: "kept", mail: { ...mail, from, email: delivery.email } };
  const messageId = `<${delivery.id}@${new URL(appUrl).hostname}>`;
  return relays.send({ ...mail, to: delivery.email, messageId }, { isAwaited: isAwaited(delivery.kind) });
}

async function settle(db: Database, delivery: ClaimedDelivery, attempt: Attempt): Promise<void> {
  const now = serviceClock.now();
  switch (attempt.outcome) {
    case "sent":
      return markSent(db, delivery, now);
    case "kept":
      return saveToMailbox(db, delivery, attempt.mail, now);
    case "withheld":
      return db.$transaction(async (tx) => {
        await markRefused(tx, delivery, attempt.reason);
        await rewindMarks(tx, delivery.email);
      });
    case "refused":
      return refuse(db, delivery, attempt, now);
    case "later": {
      const again = nextAttemptAt({ attempts: delivery.attempts, writtenAt: delivery.createdAt }, now);
      return again ? postpone(db, delivery, attempt.reason, again) : refuse(db, delivery, attempt, now);
    }
  }
}

/** Marks a Delivery as refused. A reply about its address counts as a bounce. */
async function refuse(db: Database, delivery: ClaimedDelivery, { reason, bounce }: Refusal, now: Date): Promise<void> {
  const { id, email } = delivery;
  await db.$transaction(async (tx) => {
    await markRefused(tx, delivery, reason);
    if (!bounce) return;
    const event = {
      kind: bounce,
      key: `smtp:${id}`,
      email,
      at: now,
      detail: detailOf(reason),
      messageId: `${id}@`,
      needsMessage: true,
    };
    await recordMailEvent(tx, event, now);
  });
}
