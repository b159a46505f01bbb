import { z } from "zod";
import { addressField, detailOf, idField, messageIdOf, textField, timeOf } from "./event-fields.ts";
import type { MailEvent } from "./mail-event.ts";
import { replyKind, replyStatus, statusKind } from "./status-kind.ts";

/** Classes of bounces that concern the address. Others concern our reputation, the content or the pace. */
const HARD_CLASS = "Invalid Address";
const OWN_CLASSES: ReadonlySet<string> = new Set(["Reputation", "Content", "Frequency or Volume Too High"]);
/** Reasons for which SendGrid does not even try. */
const DROPPED: ReadonlyMap<string, MailEvent["kind"]> = new Map([
  ["bounced address", "hard"],
  ["invalid", "hard"],
  ["spam reporting address", "complaint"],
]);

const mark = z.object({ event: z.string(), email: z.string(), sg_message_id: z.unknown() });
const event = z.object({
  event: z.string(),
  email: addressField,
  timestamp: z.unknown(),
  type: textField,
  bounce_classification: textField,
  reason: textField,
  response: textField,
  status: textField,
  sg_event_id: idField,
  "smtp-id": textField,
});
type Posted = z.infer<typeof event>;

/** Reads a batch of SendGrid's Event Webhook. Returns null for what is not SendGrid's; odd events of a batch are left out. */
export function sendgridEvents(body: unknown): MailEvent[] | null {
  if (!Array.isArray(body) || !body.some((one) => mark.safeParse(one).success)) return null;
  return body.flatMap((one): MailEvent[] => {
    const parsed = event.safeParse(one);
    const kind = parsed.success ? kindOf(parsed.data) : null;
    if (!parsed.success || kind === null) return [];
    const { email, timestamp, reason, response, sg_event_id, "smtp-id": smtpId } = parsed.data;
    const messageId = messageIdOf(smtpId);
    const key = `sendgrid:${kind === "soft" && messageId ? messageId : sg_event_id}:${email}`;
    return [{ kind, key, email, at: timeOf(timestamp), detail: detailOf(reason, response), messageId, needsMessage: false }];
  });
}

function kindOf(posted: Posted): MailEvent["kind"] | null {
  switch (posted.event) {
    case "delivered":
      return "delivered";
    case "spamreport":
      return "complaint";
    case "dropped":
      return DROPPED.get(posted.reason.trim().toLowerCase()) ?? null;
    case "deferred":
      return replyKind(posted.response || posted.reason) && "soft";
    case "bounce":
      return bounceKind(posted);
    default:
      return null;
  }
}

/** `type` "blocked": the server refused this message; "bounce": the address. Servers give both the same codes, so that the code decides. */
function bounceKind({ type, bounce_classification, status, reason }: Posted): "hard" | "soft" | null {
  if (OWN_CLASSES.has(bounce_classification)) return null;
  const code = status === "" ? replyStatus(reason) : status;
  const said = code === null ? "soft" : statusKind(code);
  if (type === "blocked") return said && "soft";
  return bounce_classification === HARD_CLASS ? "hard" : said;
}
