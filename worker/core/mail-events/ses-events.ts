import { z } from "zod";
import { addressField, detailOf, idField, messageIdOf, textField, timeOf } from "./event-fields.ts";
import type { MailEvent } from "./mail-event.ts";
import { statusKind } from "./status-kind.ts";

/** Subtypes of transient bounces that concern the address. Others concern the message, such as ContentRejected. */
const SOFT_SUBTYPES: ReadonlySet<string> = new Set(["General", "MailboxFull"]);

const envelope = z.object({ Type: z.literal("Notification"), TopicArn: z.string(), Message: z.string() });
/** `notificationType`: of an identity's notifications; `eventType`: of a configuration set's events. */
const notification = z
  .object({ notificationType: z.string().optional(), eventType: z.string().optional(), mail: z.object({}).loose() })
  .loose()
  .refine(({ notificationType, eventType }) => (notificationType ?? eventType) !== undefined);
const mail = z.object({ messageId: idField, commonHeaders: z.object({ messageId: textField }).catch({ messageId: "" }) });
const list = z.array(z.unknown()).max(1_000).catch([]);
const bounced = z.object({
  bounceType: textField,
  bounceSubType: textField,
  bouncedRecipients: list,
  feedbackId: idField,
  timestamp: z.unknown(),
});
const bouncedRecipient = z.object({ emailAddress: addressField, status: textField, diagnosticCode: textField });
const complained = z.object({
  complainedRecipients: list,
  complaintFeedbackType: textField.nullable().catch(null),
  feedbackId: idField,
  timestamp: z.unknown(),
});
const complainedRecipient = z.object({ emailAddress: addressField });
const delivered = z.object({ recipients: list, timestamp: z.unknown() });

/** Reads a notification of Amazon SES, in the envelope of SNS or raw. Returns null for what is not SES's. */
export function sesEvents(body: unknown): MailEvent[] | null {
  const wrapped = envelope.safeParse(body);
  const message = notification.safeParse(wrapped.success ? parseJson(wrapped.data.Message) : body);
  if (!message.success) return wrapped.success ? [] : null;
  const { notificationType, eventType, ...parts } = message.data;
  const headers = mail.safeParse(parts.mail);
  const messageId = headers.success ? messageIdOf(headers.data.commonHeaders.messageId) : null;
  const common = { messageId, needsMessage: false };
  switch (notificationType ?? eventType) {
    case "Bounce":
      return bounces(parts.bounce).map((event) => ({ ...event, ...common }));
    case "Complaint":
      return complaints(parts.complaint).map((event) => ({ ...event, ...common }));
    case "Delivery": {
      const sentId = headers.success ? headers.data.messageId : "";
      return deliveries(parts.delivery, sentId).map((event) => ({ ...event, ...common }));
    }
    default:
      return [];
  }
}

type Parsed = Omit<MailEvent, "messageId" | "needsMessage">;

function bounces(part: unknown): Parsed[] {
  const parsed = bounced.safeParse(part);
  if (!parsed.success) return [];
  const { bounceType, bounceSubType, bouncedRecipients, feedbackId, timestamp } = parsed.data;
  return bouncedRecipients.flatMap((one): Parsed[] => {
    const recipient = bouncedRecipient.safeParse(one);
    if (!recipient.success) return [];
    const { emailAddress: email, status, diagnosticCode } = recipient.data;
    const kind = bounceKind({ bounceType, bounceSubType, status });
    return kind === null
      ? []
      : [
          {
            kind,
            key: `ses:${feedbackId}:${email}`,
            email,
            at: timeOf(timestamp),
            detail: detailOf(diagnosticCode, bounceSubType),
          },
        ];
  });
}

function bounceKind(bounce: { bounceType: string; bounceSubType: string; status: string }): "hard" | "soft" | null {
  const { bounceType, bounceSubType, status } = bounce;
  // A refusal by policy is permanent for this message, and says nothing about the address.
  if (bounceType === "Permanent") return status === "" ? "hard" : statusKind(status) === null ? null : "hard";
  return SOFT_SUBTYPES.has(bounceSubType) ? "soft" : null;
}

function complaints(part: unknown): Parsed[] {
  const parsed = complained.safeParse(part);
  if (!parsed.success || parsed.data.complaintFeedbackType === "not-spam") return [];
  const { complainedRecipients, complaintFeedbackType, feedbackId, timestamp } = parsed.data;
  return complainedRecipients.flatMap((one): Parsed[] => {
    const recipient = complainedRecipient.safeParse(one);
    if (!recipient.success) return [];
    const { emailAddress: email } = recipient.data;
    const detail = detailOf(complaintFeedbackType ?? "");
    return [{ kind: "complaint", key: `ses:${feedbackId}:${email}`, email, at: timeOf(timestamp), detail }];
  });
}

function deliveries(part: unknown, sentId: string | number): Parsed[] {
  const parsed = delivered.safeParse(part);
  if (!parsed.success) return [];
  return parsed.data.recipients.flatMap((one): Parsed[] => {
    const email = addressField.safeParse(one);
    const at = timeOf(parsed.data.timestamp);
    return email.success
      ? [{ kind: "delivered", key: `ses:delivered:${sentId}:${email.data}`, email: email.data, at, detail: "" }]
      : [];
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // SNS also carries plain texts, such as the one that says that the topic works.
    return null;
  }
}
