import { z } from "zod";
import { addressField, detailOf, idField, messageIdOf, textField, timeOf } from "./event-fields.ts";
import type { MailEvent } from "./mail-event.ts";

/** Names of Brevo's events; older webhooks have other names for some. `blocked`: it was not sent, because of an earlier event. */
const KINDS: ReadonlyMap<string, MailEvent["kind"]> = new Map([
  ["hard_bounce", "hard"],
  ["invalid_email", "hard"],
  ["invalid", "hard"],
  ["soft_bounce", "soft"],
  ["deferred", "soft"],
  ["blocked", "soft"],
  ["spam", "complaint"],
  ["complaint", "complaint"],
  ["delivered", "delivered"],
]);

const anyEvent = z.object({ event: z.string(), email: z.string(), "message-id": z.string() });
const event = z.object({
  event: z.string(),
  email: addressField,
  id: idField,
  "message-id": textField,
  ts_epoch: z.unknown(),
  ts_event: z.unknown(),
  reason: textField,
});

/** Reads a webhook of Brevo's transactional mails. Returns null for what is not Brevo's. */
export function brevoEvents(body: unknown): MailEvent[] | null {
  if (!anyEvent.safeParse(body).success) return null;
  const parsed = event.safeParse(body);
  const kind = parsed.success ? KINDS.get(parsed.data.event) : undefined;
  if (!parsed.success || kind === undefined) return [];
  const { event: name, email, "message-id": id, ts_epoch, ts_event, reason } = parsed.data;
  const messageId = messageIdOf(id);
  // `id` is the webhook's own; a message has each event once.
  const key = `brevo:${kind === "soft" ? "soft" : name}:${messageId}:${email}`;
  const at = timeOf(ts_event) ?? timeOf(ts_epoch);
  return [{ kind, key, email, at, detail: detailOf(reason), messageId, needsMessage: false }];
}
