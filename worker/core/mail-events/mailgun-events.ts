import { z } from "zod";
import { addressField, detailOf, idField, messageIdOf, textField, timeOf } from "./event-fields.ts";
import type { MailEvent } from "./mail-event.ts";
import { statusKind } from "./status-kind.ts";

const status = z.object({
  code: z.unknown(),
  "enhanced-code": textField,
  message: textField,
  description: textField,
});
const headers = z.object({ headers: z.object({ "message-id": textField }) });
const webhook = z.object({
  "event-data": z.object({ event: z.string() }).loose(),
  signature: z.object({ token: idField }).loose(),
});
const eventData = z.object({
  event: z.string(),
  severity: textField,
  reason: textField,
  id: idField,
  recipient: addressField,
  timestamp: z.unknown(),
  "delivery-status": status.catch({ code: null, "enhanced-code": "", message: "", description: "" }),
  message: headers.catch({ headers: { "message-id": "" } }),
});
type EventData = z.infer<typeof eventData>;

/** Reads a webhook of Mailgun: failed, complained or delivered. Returns null for what is not Mailgun's. */
export function mailgunEvents(body: unknown): MailEvent[] | null {
  const posted = webhook.safeParse(body);
  if (!posted.success) return null;
  const parsed = eventData.safeParse(posted.data["event-data"]);
  const kind = parsed.success ? kindOf(parsed.data) : null;
  if (!parsed.success || kind === null) return [];
  const { id, recipient: email, timestamp, reason, "delivery-status": answer, message } = parsed.data;
  const messageId = messageIdOf(message.headers["message-id"]);
  // A message that waits fails again and again: it counts once.
  const key = `mailgun:${kind === "soft" && messageId ? messageId : id}:${email}`;
  const detail = detailOf(answer.message, answer.description, reason);
  return [{ kind, key, email, at: timeOf(timestamp), detail, messageId, needsMessage: false }];
}

function kindOf({ event, severity, reason, "delivery-status": answer }: EventData): MailEvent["kind"] | null {
  if (event === "delivered") return "delivered";
  if (event === "complained") return "complaint";
  if (event !== "failed") return null;
  if (reason === "suppress-complaint") return "complaint";
  if (reason === "suppress-unsubscribe") return null;
  if (reason === "suppress-bounce") return "hard";
  const code = answer["enhanced-code"];
  const said = code === "" ? "soft" : statusKind(code);
  if (severity === "permanent" && code === "") return reason === "bounce" ? "hard" : "soft";
  return severity === "permanent" ? said : said && "soft";
}
