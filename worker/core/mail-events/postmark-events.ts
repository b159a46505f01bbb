import { z } from "zod";
import { addressField, detailOf, idField, textField, timeOf } from "./event-fields.ts";
import type { MailEvent } from "./mail-event.ts";

/** Types of Postmark's bounces. Others concern the content, our reputation or an answer from a program. */
const KINDS: ReadonlyMap<string, MailEvent["kind"]> = new Map([
  ["HardBounce", "hard"],
  ["BadEmailAddress", "hard"],
  ["ManuallyDeactivated", "hard"],
  ["Transient", "soft"],
  ["SoftBounce", "soft"],
  ["DnsError", "soft"],
  ["SpamComplaint", "complaint"],
]);

const anyRecord = z.object({ RecordType: z.string(), MessageID: idField });
const bounce = z.object({
  RecordType: z.enum(["Bounce", "SpamComplaint"]),
  Type: textField,
  Email: addressField,
  ID: idField,
  BouncedAt: z.unknown(),
  Details: textField,
  Description: textField,
});
const delivery = z.object({ RecordType: z.literal("Delivery"), Recipient: addressField, DeliveredAt: z.unknown() });

/** Reads a webhook of Postmark: Bounce, Spam Complaint or Delivery. Returns null for what is not Postmark's. */
export function postmarkEvents(body: unknown): MailEvent[] | null {
  const record = anyRecord.safeParse(body);
  if (!record.success) return null;
  // Postmark replaces our Message-ID by its own.
  const common = { messageId: null, needsMessage: false };
  const arrived = delivery.safeParse(body);
  if (arrived.success) {
    const { Recipient: email, DeliveredAt } = arrived.data;
    const key = `postmark:delivered:${record.data.MessageID}:${email}`;
    return [{ ...common, kind: "delivered", key, email, at: timeOf(DeliveredAt), detail: "" }];
  }
  const failed = bounce.safeParse(body);
  if (!failed.success) return [];
  const { RecordType, Type, Email: email, ID, BouncedAt, Details, Description } = failed.data;
  const kind = RecordType === "SpamComplaint" ? "complaint" : KINDS.get(Type);
  if (kind === undefined) return [];
  return [
    { ...common, kind, key: `postmark:${ID}:${email}`, email, at: timeOf(BouncedAt), detail: detailOf(Details, Description) },
  ];
}
