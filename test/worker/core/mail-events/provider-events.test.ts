import { describe, expect, it } from "vitest";
import { providerEvents } from "#worker/core/mail-events/provider-events.ts";

const ANN = "ann@bakery.example";
const OURS = "0193d0f4-0000-7000-8000-000000000001@flawless.example";
const AT = "2026-11-28T09:30:00.000Z";
const SECONDS = Date.parse(AT) / 1000;

const postmark = (fields: object) => ({
  RecordType: "Bounce",
  ID: 4_323_372_036,
  MessageID: "883953f4-6105-42a2-a16a-77a8eac79483",
  ServerID: 23,
  MessageStream: "outbound",
  Email: "Ann@Bakery.example",
  From: "hello@flawless.example",
  BouncedAt: AT,
  Description: "The server was unable to deliver your message.",
  Details: "smtp;550 5.1.1 The email account does not exist",
  ...fields,
});

const ses = (fields: object) => ({
  notificationType: "Bounce",
  mail: {
    timestamp: AT,
    source: "hello@flawless.example",
    messageId: "0000014a-f896",
    commonHeaders: { messageId: `<${OURS}>` },
  },
  ...fields,
});
const sesBounce = (bounceType: string, bounceSubType: string, recipient: object = {}) =>
  ses({
    bounce: {
      bounceType,
      bounceSubType,
      bouncedRecipients: [{ emailAddress: ANN, action: "failed", ...recipient }],
      timestamp: AT,
      feedbackId: "0100014a-feedback",
    },
  });
const sns = (message: unknown) => ({
  Type: "Notification",
  MessageId: "22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324",
  TopicArn: "arn:aws:sns:eu-central-1:123456789012:bounces",
  Message: typeof message === "string" ? message : JSON.stringify(message),
  Timestamp: AT,
  SignatureVersion: "1",
});

const mailgun = (data: object) => ({
  signature: { timestamp: String(SECONDS), token: "c6d8a1f0", signature: "9f8e" },
  "event-data": {
    id: "G9Bn5sl1TC6nu79C8C0bwg",
    timestamp: SECONDS,
    recipient: ANN,
    message: { headers: { "message-id": OURS, to: ANN } },
    ...data,
  },
});
const mailgunFailed = (severity: string, reason: string, status: object = {}) =>
  mailgun({ event: "failed", severity, reason, "delivery-status": { code: 550, message: "No such user", ...status } });

const sendgrid = (fields: object) => [
  {
    email: ANN,
    timestamp: SECONDS,
    "smtp-id": `<${OURS}>`,
    sg_event_id: "6g4ZI7SA-xmRDv57GoPIPw",
    sg_message_id: "14c5d75ce93.dfd.64b469.filter0001.16648.5515E0B88.0",
    ...fields,
  },
];
const brevo = (event: string, fields: object = {}) => ({
  event,
  email: ANN,
  id: 26_224,
  date: "2026-11-28 10:30:00",
  ts: SECONDS,
  ts_event: SECONDS,
  ts_epoch: SECONDS * 1000,
  "message-id": `<${OURS}>`,
  subject: "Harbour: 2 new issues",
  reason: "550 5.1.1 no such user",
  ...fields,
});

const TABLE: [name: string, body: unknown, provider: string, kind: string | null][] = [
  ["a hard bounce", postmark({ Type: "HardBounce", TypeCode: 1 }), "postmark", "hard"],
  ["a bad address", postmark({ Type: "BadEmailAddress", TypeCode: 100_000 }), "postmark", "hard"],
  ["a full mailbox", postmark({ Type: "SoftBounce", TypeCode: 4096 }), "postmark", "soft"],
  ["a delay", postmark({ Type: "Transient", TypeCode: 2 }), "postmark", "soft"],
  ["a refusal of the content", postmark({ Type: "SpamNotification", TypeCode: 512 }), "postmark", null],
  ["a block of our servers", postmark({ Type: "Blocked", TypeCode: 100_006 }), "postmark", null],
  ["an out-of-office note", postmark({ Type: "AutoResponder", TypeCode: 64 }), "postmark", null],
  ["a complaint", postmark({ RecordType: "SpamComplaint", Type: "SpamComplaint", TypeCode: 100_001 }), "postmark", "complaint"],
  ["an arrival", { RecordType: "Delivery", MessageID: "883953f4", Recipient: ANN, DeliveredAt: AT }, "postmark", "delivered"],
  ["an opened mail", { RecordType: "Open", MessageID: "883953f4", Recipient: ANN }, "postmark", null],

  ["a hard bounce", sns(sesBounce("Permanent", "General", { status: "5.1.1" })), "ses", "hard"],
  ["a hard bounce without a code", sesBounce("Permanent", "NoEmail"), "ses", "hard"],
  ["one of Amazon's own list", sesBounce("Permanent", "OnAccountSuppressionList"), "ses", "hard"],
  ["a refusal by policy", sesBounce("Permanent", "General", { status: "5.7.1" }), "ses", null],
  ["a full mailbox", sesBounce("Transient", "MailboxFull"), "ses", "soft"],
  ["a refusal of the content", sesBounce("Transient", "ContentRejected"), "ses", null],
  [
    "a complaint",
    sns(
      ses({
        notificationType: "Complaint",
        complaint: { complainedRecipients: [{ emailAddress: ANN }], timestamp: AT, feedbackId: "f" },
      }),
    ),
    "ses",
    "complaint",
  ],
  [
    "the opposite of a complaint",
    ses({
      notificationType: "Complaint",
      complaint: {
        complainedRecipients: [{ emailAddress: ANN }],
        complaintFeedbackType: "not-spam",
        timestamp: AT,
        feedbackId: "f",
      },
    }),
    "ses",
    null,
  ],
  [
    "an arrival, as an event of a configuration set",
    ses({ notificationType: undefined, eventType: "Delivery", delivery: { timestamp: AT, recipients: [ANN] } }),
    "ses",
    "delivered",
  ],
  ["a test of the topic", sns("Successfully validated SNS topic for Amazon SES event publishing."), "ses", null],

  ["a hard bounce", mailgunFailed("permanent", "bounce", { "enhanced-code": "5.1.1" }), "mailgun", "hard"],
  ["a hard bounce without a code", mailgunFailed("permanent", "bounce"), "mailgun", "hard"],
  ["one of Mailgun's own list", mailgunFailed("permanent", "suppress-bounce", { code: 605 }), "mailgun", "hard"],
  ["a complaint before", mailgunFailed("permanent", "suppress-complaint", { code: 607 }), "mailgun", "complaint"],
  ["an unsubscription at Mailgun", mailgunFailed("permanent", "suppress-unsubscribe", { code: 606 }), "mailgun", null],
  ["a refusal by policy", mailgunFailed("permanent", "generic", { "enhanced-code": "5.7.1" }), "mailgun", null],
  ["no success after hours", mailgunFailed("permanent", "old", { code: 602 }), "mailgun", "soft"],
  ["a delay", mailgunFailed("temporary", "generic", { code: 452, "enhanced-code": "4.2.2" }), "mailgun", "soft"],
  ["a complaint", mailgun({ event: "complained" }), "mailgun", "complaint"],
  ["an arrival", mailgun({ event: "delivered" }), "mailgun", "delivered"],
  ["a click", mailgun({ event: "clicked" }), "mailgun", null],

  [
    "a hard bounce",
    sendgrid({ event: "bounce", type: "bounce", status: "5.1.1", reason: "550 5.1.1 unknown" }),
    "sendgrid",
    "hard",
  ],
  ["a code in the reply only", sendgrid({ event: "bounce", type: "bounce", reason: "550 5.1.1 no" }), "sendgrid", "hard"],
  ["a refusal without a code", sendgrid({ event: "bounce", type: "bounce", reason: "550 no" }), "sendgrid", "soft"],
  ["a delay for our pace", sendgrid({ event: "deferred", response: "421 4.7.0 Too many" }), "sendgrid", null],
  [
    "an invalid address",
    sendgrid({ event: "bounce", type: "bounce", bounce_classification: "Invalid Address" }),
    "sendgrid",
    "hard",
  ],
  [
    "a bad reputation",
    sendgrid({ event: "bounce", type: "blocked", bounce_classification: "Reputation", status: "5.0.0" }),
    "sendgrid",
    null,
  ],
  ["a refusal by policy", sendgrid({ event: "bounce", type: "bounce", status: "5.7.1" }), "sendgrid", null],
  ["a block", sendgrid({ event: "bounce", type: "blocked", status: "5.1.1" }), "sendgrid", "soft"],
  ["a delay", sendgrid({ event: "deferred", response: "452 4.2.2 over quota", attempt: "3" }), "sendgrid", "soft"],
  ["one that bounced before", sendgrid({ event: "dropped", reason: "Bounced Address" }), "sendgrid", "hard"],
  ["one that complained before", sendgrid({ event: "dropped", reason: "Spam Reporting Address" }), "sendgrid", "complaint"],
  ["spam", sendgrid({ event: "dropped", reason: "Spam Content" }), "sendgrid", null],
  ["a complaint", sendgrid({ event: "spamreport" }), "sendgrid", "complaint"],
  ["an arrival", sendgrid({ event: "delivered", response: "250 OK" }), "sendgrid", "delivered"],
  ["a mail under way", sendgrid({ event: "processed" }), "sendgrid", null],

  ["a hard bounce", brevo("hard_bounce"), "brevo", "hard"],
  ["an invalid address", brevo("invalid_email"), "brevo", "hard"],
  ["a soft bounce", brevo("soft_bounce"), "brevo", "soft"],
  ["a delay", brevo("deferred"), "brevo", "soft"],
  ["a complaint", brevo("spam"), "brevo", "complaint"],
  ["a complaint by its other name", brevo("complaint"), "brevo", "complaint"],
  ["an arrival", brevo("delivered"), "brevo", "delivered"],
  ["an opened mail", brevo("unique_opened"), "brevo", null],
];

describe("providerEvents", () => {
  it.each(TABLE.map(([name, body, provider, kind]) => ({ name, body, provider, kind })))(
    "takes $name of $provider as $kind",
    ({ body, provider, kind }) => {
      const read = providerEvents(structuredClone(body));
      expect(read?.provider).toBe(provider);
      expect(read?.events.map((event) => event.kind)).toEqual(kind === null ? [] : [kind]);
      for (const event of read?.events ?? []) {
        expect(event).toMatchObject({ email: ANN, at: new Date(AT), needsMessage: false });
        expect(event.messageId).toBe(provider === "postmark" ? null : OURS);
      }
    },
  );

  it("gives the same event the same key, and one message that waits one key however often it is tried", () => {
    const keys = (body: unknown) => providerEvents(body)?.events.map(({ key }) => key);
    for (const [, body] of TABLE) expect(keys(body)).toEqual(keys(body));
    const delay = (id: string) => keys(mailgun({ ...mailgunFailed("temporary", "generic")["event-data"], id }));
    expect(delay("first try")).toEqual(delay("second try"));
    const deferred = (id: string) => keys(sendgrid({ event: "deferred", response: "451 4.2.2 later", sg_event_id: id }));
    expect(deferred("1")).toEqual(deferred("2"));
    expect(keys(brevo("deferred"))).toEqual(keys(brevo("soft_bounce", { id: 7 })));
  });

  it("keeps the good events of a batch with odd ones", () => {
    const [good] = sendgrid({ event: "spamreport" });
    const read = providerEvents([null, 7, { event: "bounce" }, { ...good, email: "no address" }, good, []]);
    expect(read?.events).toHaveLength(1);
  });

  it.each([
    null,
    undefined,
    7,
    "text",
    [],
    [[]],
    {},
    { event: "bounce" },
    { RecordType: 7 },
    { RecordType: "Bounce", Type: "HardBounce", Email: { toString: "x" } },
    postmark({ Type: "HardBounce", Email: "ann@bakery.example\r\nBcc: eve@evil.example" }),
    postmark({ Type: "HardBounce", Email: `${"a".repeat(5_000)}@b.example` }),
    postmark({ Type: "constructor" }),
    postmark({ Type: "__proto__" }),
    brevo("toString"),
    sendgrid({ event: "dropped", reason: "constructor" }),
    sns("{not json"),
    sns({ notificationType: "Bounce", mail: {}, bounce: "x" }),
    sesBounce("Permanent", "General", { emailAddress: 7 }),
    mailgun({ event: "failed", recipient: "nobody" }),
  ])("makes no event of odd input %#", (body) => {
    expect(providerEvents(body)?.events ?? []).toEqual([]);
  });

  it("keeps a short text of what the server said", () => {
    const [event] = providerEvents(postmark({ Type: "HardBounce", Details: `${"long \n".repeat(10_000)}` }))?.events ?? [];
    expect(event?.detail.length).toBeLessThanOrEqual(300);
    expect(event?.detail).not.toContain("\n");
  });
});
