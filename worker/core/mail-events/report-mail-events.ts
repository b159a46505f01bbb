import { addressField, detailOf, messageIdOf, timeOf } from "./event-fields.ts";
import type { MailEvent } from "./mail-event.ts";
import { type MimePart, parseEntity, parseFields, partsOf } from "./mime-parts.ts";
import { replyStatus, statusKind } from "./status-kind.ts";

/** Recipients of one report: our mails have one each. */
const MOST_RECIPIENTS = 20;
/** Types of feedback (RFC 5965 7.3) that are a complaint. `not-spam` is the opposite. */
const COMPLAINTS: ReadonlySet<string> = new Set(["abuse", "fraud", "virus", "other", "opt-out"]);

/**
 * Reads a message that another mail server sent about one of ours: a delivery status notification (RFC 3464) or a complaint (RFC 5965).
 * Returns null for other mail, such as an out-of-office note. Anybody can send such a message, so its events need our Message-ID.
 */
export function reportMailEvents(source: string): MailEvent[] | null {
  const message = parseEntity(source.replaceAll("\r\n", "\n"));
  if (message.type !== "multipart/report") return null;
  const parts = partsOf(message);
  const at = timeOf(message.headers.get("date") ?? null);
  const messageId = returnedMessageId(parts);
  if (messageId === null) return [];
  const common = { at, messageId, needsMessage: true };
  const feedback = parts.find(({ type }) => type === "message/feedback-report");
  if (feedback) return complaint(feedback).map((event) => ({ ...common, ...event, key: `arf:${messageId}` }));
  const status = parts.find(({ type }) => type === "message/delivery-status" || type === "message/global-delivery-status");
  if (!status) return null;
  return failures(status).map((event) => ({ ...common, ...event, key: `dsn:${event.kind}:${messageId}:${event.email}` }));
}

/** Returns the Message-ID of the message that the report is about, which it contains whole or as its header. */
function returnedMessageId(parts: readonly MimePart[]): string | null {
  const returned = parts.find(({ type }) =>
    /^(?:message\/(?:rfc822|global)|(?:text|message)\/(?:rfc822|global)-headers)$/.test(type),
  );
  if (!returned) return null;
  const { headers } = parseEntity(returned.body);
  return messageIdOf(headers.get("message-id") ?? "");
}

type Parsed = Pick<MailEvent, "kind" | "email" | "detail">;

function complaint({ body }: MimePart): Parsed[] {
  const fields = parseFields(body);
  const type = (fields.get("feedback-type") ?? "").toLowerCase();
  // Many providers black the address out: our message says whose it was.
  const email = addressOf(fields.get("original-rcpt-to") ?? "") ?? "";
  return COMPLAINTS.has(type) ? [{ kind: "complaint", email, detail: detailOf(type) }] : [];
}

function failures({ body }: MimePart): Parsed[] {
  const [, ...recipients] = body.split(/\n[ \t]*\n/, MOST_RECIPIENTS + 1).map(parseFields);
  return recipients.flatMap((fields): Parsed[] => {
    const email = addressOf(fields.get("original-recipient") ?? "") ?? addressOf(fields.get("final-recipient") ?? "") ?? "";
    const kind = kindOf(fields);
    return kind === null
      ? []
      : [{ kind, email, detail: detailOf(fields.get("diagnostic-code") ?? "", fields.get("status") ?? "") }];
  });
}

function kindOf(fields: ReadonlyMap<string, string>): MailEvent["kind"] | null {
  const action = (fields.get("action") ?? "").toLowerCase();
  if (action === "delivered") return "delivered";
  if (action !== "failed") return null;
  const [status = ""] = (fields.get("status") ?? "").trim().split(/\s/, 1);
  const reply = (fields.get("diagnostic-code") ?? "").replace(/^[^;]{0,40};/, "").trim();
  // Servers without a code of their own write 5.0.0, though the reply that they got says more.
  return statusKind(/^[45]\.0\.0$/.test(status) ? (replyStatus(reply) ?? status) : status);
}

/** Returns the address of a field such as `rfc822; ann@bakery.example`. */
function addressOf(field: string): string | null {
  const parsed = addressField.safeParse(field.slice(field.indexOf(";") + 1).replace(/[<>]/g, ""));
  return parsed.success ? parsed.data : null;
}
