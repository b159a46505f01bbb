import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { answerMailEvents } from "#app/_lib/mail-events/answer-mail-events.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";

const SECRET = "a-secret-of-the-mail-provider";
const NOW = new Date("2026-11-29T12:00:00Z");

let database: TestDatabase;
const confirmed: string[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(() => {
  confirmed.length = 0;
});

type Posted = { query?: string; type?: string; secret?: string | undefined };

async function post(body: BodyInit, { query = `?token=${SECRET}`, type = "application/json", ...rest }: Posted = {}) {
  const secret = "secret" in rest ? rest.secret : SECRET;
  const request = new Request(`https://flawless.example/api/mail/events${query}`, {
    ...{ method: "POST", body, headers: { "content-type": type } },
    ...(body instanceof ReadableStream ? { duplex: "half" } : {}),
  });
  const confirm = async (url: string) => void confirmed.push(url);
  const response = await answerMailEvents(request, { db: database.db, secret, confirm, now: () => NOW });
  return { status: response.status, body: await response.text() };
}

/** Writes a mail that was sent. */
async function addSent() {
  const email = `${randomUUID()}@bakery.example`;
  const { id } = await database.db.delivery.create({
    data: { kind: "reset", email, dedupeKey: randomUUID(), payload: {}, state: "sent", sentAt: NOW, attempts: 1 },
  });
  return { email, messageId: `${id}@flawless.example` };
}
const complaint = (email: string) =>
  JSON.stringify({ RecordType: "SpamComplaint", ID: 1, MessageID: "m", Email: email, BouncedAt: NOW });
const isSuppressed = async (email: string) => (await database.db.mailSuppression.count({ where: { email } })) === 1;

describe("the address for a mail provider's events", () => {
  it("records an event, and again as a repeat", async () => {
    const { email } = await addSent();
    const first = await post(complaint(email));
    expect([first.status, JSON.parse(first.body)]).toEqual([200, { unknown: 0, old: 0, repeat: 0, noted: 0, suppressed: 1 }]);
    expect(JSON.parse((await post(complaint(email))).body)).toMatchObject({ repeat: 1, suppressed: 0 });
    expect(await isSuppressed(email)).toBe(true);
  });

  it("is off without a secret, and refuses a wrong one before it reads the body", async () => {
    const { email } = await addSent();
    expect((await post(complaint(email), { secret: undefined })).status).toBe(404);
    const read: string[] = [];
    const body = new ReadableStream({ pull: () => void read.push("read") }, { highWaterMark: 0 });
    for (const query of ["", "?token=", "?token=undefined", `?token=${SECRET}0`])
      expect((await post(body, { query })).status).toBe(401);
    expect(read).toEqual([]);
    expect(await isSuppressed(email)).toBe(false);
  });

  it.each([
    ["", "application/json", 400],
    ["{", "application/json", 400],
    ["{}", "application/json", 400],
    ["event=bounce", "application/x-www-form-urlencoded", 400],
    [`["${"x".repeat(2_000_001)}"]`, "application/json", 413],
    ["Subject: I am away\n\nUntil Monday.", "message/rfc822", 200],
  ])("answers %.20j of type %s with %i", async (body, type, status) => {
    expect((await post(body, { type })).status).toBe(status);
  });

  it("takes a report piped from a mailbox, for the message that it returns", async () => {
    const { email, messageId } = await addSent();
    const source = (id: string) =>
      `Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\nFinal-Recipient: rfc822; ${email}\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <${id}>\r\n\r\n--b--\r\n`;
    await post(source(`${randomUUID()}@flawless.example`), { type: "message/rfc822" });
    expect(await isSuppressed(email)).toBe(false);
    await post(source(messageId), { type: "message/rfc822" });
    expect(await isSuppressed(email)).toBe(true);
  });

  it("confirms a subscription at Amazon SNS, and opens no other address", async () => {
    const ask = (SubscribeURL: string) =>
      post(JSON.stringify({ Type: "SubscriptionConfirmation", TopicArn: "arn", SubscribeURL }), { type: "text/plain" });
    const url = "https://sns.eu-central-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=arn&Token=2";
    expect((await ask(url)).status).toBe(200);
    expect((await ask("https://169.254.169.254/?Action=ConfirmSubscription")).status).toBe(400);
    expect(confirmed).toEqual([url]);
  });
});
