import { createHash } from "node:crypto";
import { z } from "zod";
import type { Transaction } from "#prisma/client.ts";
import type { SuppressionReason } from "#prisma/generated/enums.ts";
import { storable } from "#prisma/stored-json.ts";
import type { MailEvent } from "#worker/core/mail-events/mail-event.ts";
import { MOST_SOFT_BOUNCES, SOFT_BOUNCE_DAYS } from "#worker/core/mail-events/soft-bounces.ts";
import { rewindMarks } from "./rewind-marks.ts";

const DAY_MS = 86_400_000;
/** Events that are reported later than this are ignored. Shorter than events are kept, so that none counts twice. */
export const OLDEST_EVENT_DAYS = 30;
/** Time within which a mail bounces that was accepted before. */
const BOUNCES_WITHIN_MS = 5 * DAY_MS;
/** Difference between our clock and the provider's. */
const CLOCKS_DIFFER_MS = 60_000;

/** `unknown`: not about a mail of ours. `repeat`: it counted before. `noted`: it changed nothing, or not yet. */
export type EventOutcome = "unknown" | "old" | "repeat" | "noted" | "suppressed";

/**
 * Records a bounce, a complaint or an arrival. Stops the reports to the address after a hard bounce, a complaint, or several soft bounces
 * without an arrival; the events of a digest that came back wait for the next one.
 */
export async function recordMailEvent(tx: Transaction, event: MailEvent, now: Date): Promise<EventOutcome> {
  const mail = await findMail(tx, event.messageId);
  const email = mail?.email ?? event.email;
  if (!mail && (event.needsMessage || !(await wasMailed(tx, email)))) return "unknown";
  const at = new Date(Math.min(now.getTime(), event.at?.getTime() ?? now.getTime()));
  if (at.getTime() < now.getTime() - OLDEST_EVENT_DAYS * DAY_MS) return "old";
  const { kind } = event;
  if (kind === "delivered") {
    await tx.mailEvent.updateMany({ where: { email, kind: "soft", at: { lte: at } }, data: { counts: false } });
    return "noted";
  }
  const key = createHash("sha256").update(event.key).digest("base64url");
  const { count } = await tx.mailEvent.createMany({ data: [{ key, email, kind, at }], skipDuplicates: true });
  if (count === 0) return "repeat";
  const reason = await reasonAfter(tx, { kind, email, now });
  if (reason === null || !(await suppress(tx, { email, reason, at, detail: event.detail, now }))) return "noted";
  if (kind === "hard") await takeBack(tx, { email, deliveryId: mail?.id ?? (await lastSent(tx, email, at)) });
  return "suppressed";
}

async function findMail(tx: Transaction, messageId: string | null): Promise<{ id: string; email: string } | null> {
  const [local = ""] = messageId?.split("@", 1) ?? [];
  const id = z.uuid().safeParse(local);
  if (!id.success) return null;
  return tx.delivery.findFirst({
    where: { id: id.data, state: { not: "pending" }, attempts: { gt: 0 } },
    select: { id: true, email: true },
  });
}

async function wasMailed(tx: Transaction, email: string): Promise<boolean> {
  return (await tx.delivery.findFirst({ where: { email }, select: { id: true } })) !== null;
}

type Bounced = { kind: "hard" | "soft" | "complaint"; email: string; now: Date };

/** Returns why the address gets no reports from now on; null: it does. */
async function reasonAfter(tx: Transaction, { kind, email, now }: Bounced): Promise<SuppressionReason | null> {
  if (kind === "complaint") return "complaint";
  if (kind === "hard") return "hard_bounce";
  const known = await tx.mailSuppression.findUnique({ where: { email }, select: { liftedAt: true } });
  const weekAgo = new Date(now.getTime() - SOFT_BOUNCE_DAYS * DAY_MS);
  const since = known?.liftedAt && known.liftedAt > weekAgo ? known.liftedAt : weekAgo;
  const bounces = await tx.mailEvent.count({ where: { email, kind: "soft", counts: true, at: { gt: since } } });
  return bounces >= MOST_SOFT_BOUNCES ? "soft_bounces" : null;
}

type Suppressed = { email: string; reason: SuppressionReason; at: Date; detail: string; now: Date };

/**
 * Suppresses an address, or confirms that it is: a complaint weighs more than a hard bounce, and that more than soft ones. Returns false if
 * the suppression was lifted after the event.
 */
async function suppress(tx: Transaction, { email, reason, at, detail, now }: Suppressed): Promise<boolean> {
  const count = await tx.$executeRaw`
    INSERT INTO "MailSuppression" AS known ("email", "reason", "since", "at", "detail")
    VALUES (${email}, ${reason}::"SuppressionReason", ${now}, ${at}, ${storable(detail)})
    ON CONFLICT ("email") DO UPDATE SET
      "reason" = CASE
        WHEN known."active" AND (known."reason" = 'complaint' OR (known."reason" = 'hard_bounce' AND excluded."reason" = 'soft_bounces'))
        THEN known."reason" ELSE excluded."reason" END,
      "since" = CASE WHEN known."active" THEN known."since" ELSE excluded."since" END,
      "at" = GREATEST(known."at", excluded."at"), "detail" = excluded."detail", "active" = true
    WHERE known."active" OR known."liftedAt" IS NULL OR excluded."at" > known."liftedAt"`;
  return count > 0;
}

/** Returns the mail that probably bounced, if the provider does not say which. */
async function lastSent(tx: Transaction, email: string, at: Date): Promise<string | null> {
  const sentAt = { gt: new Date(at.getTime() - BOUNCES_WITHIN_MS), lte: new Date(at.getTime() + CLOCKS_DIFFER_MS) };
  const mail = await tx.delivery.findFirst({ where: { email, sentAt }, orderBy: { sentAt: "desc" }, select: { id: true } });
  return mail?.id ?? null;
}

/** Counts a mail that came back as refused. */
async function takeBack(tx: Transaction, { email, deliveryId }: { email: string; deliveryId: string | null }): Promise<void> {
  if (deliveryId !== null)
    await tx.delivery.updateMany({
      where: { id: deliveryId, state: "sent" },
      data: { state: "refused", lastError: "The mail came back: its address does not work." },
    });
  await rewindMarks(tx, email);
}
