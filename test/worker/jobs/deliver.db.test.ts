import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sampleItems } from "#emails/sample-items.ts";
import { openDecision } from "#prisma/mail-decision.ts";
import { announceDueDeliveries, claimDelivery } from "#prisma/queries/deliveries/claim-delivery.ts";
import { markRefused, postpone } from "#prisma/queries/deliveries/settle-delivery.ts";
import { createQueue, type Queue } from "#prisma/queue.ts";
import { sealLink } from "#prisma/sealed-link.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { addTestSite } from "#test/support/seed/add-test-site.ts";
import { runSql } from "#test/support/servers/postgres-server.ts";
import { startSmtpServer, type TestSmtpServer } from "#test/support/servers/smtp-server.ts";
import { waitFor } from "#test/support/wait-for.ts";
import { type DeliverDependencies, deliver } from "#worker/jobs/deliver.ts";
import { deliverWith, letTimePass, SECRET_KEYS, writeMail } from "./mail-room.ts";

let database: TestDatabase;
let queue: Queue;
let server: TestSmtpServer;
const opened: DeliverDependencies[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  queue = await createQueue(database.url, () => undefined);
});
afterAll(async () => {
  await queue.stop({ graceful: false });
  await database.drop();
});
beforeEach(async () => {
  server = await startSmtpServer();
});
afterEach(async () => {
  for (const { relays } of opened.splice(0)) relays?.close();
  await server.close();
});

function through(smtpUrl: string | null, silenceMs?: number): DeliverDependencies {
  const dependencies = deliverWith(database.db, smtpUrl, silenceMs === undefined ? {} : { silenceMs });
  opened.push(dependencies);
  return dependencies;
}
const write = (email?: string) => writeMail(database.db, queue, email);
const read = (id: string) => database.db.delivery.findUniqueOrThrow({ where: { id } });
async function tryAgain(dependencies: DeliverDependencies, id: string) {
  await letTimePass(database.db, [id]);
  await deliver(dependencies, id);
  return read(id);
}
const minutesTo = (moment: Date) => Math.round((moment.getTime() - Date.now()) / 60_000);

describe("deliver", () => {
  it("sends a mail once and forgets the secret of its link", async () => {
    const id = await write();
    const dependencies = through(server.url);
    await deliver(dependencies, id);
    expect(await read(id)).toMatchObject({ state: "sent", attempts: 1, payload: {}, lastError: null });
    await tryAgain(dependencies, id);
    expect(server.received.map(({ mail }) => mail.messageId)).toEqual([`<${id}@flawless.example>`]);
  });

  it("opens the link that was sealed while the mail waited, and refuses one that was sealed for another address", async () => {
    const url = "https://flawless.example/reset-password?token=secret";
    const { db } = database;
    const ids = await Promise.all([write("ann@bakery.example"), write("eve@bakery.example")]);
    const payload = { url: sealLink(SECRET_KEYS, "ann@bakery.example", url) };
    await db.delivery.updateMany({ where: { id: { in: ids } }, data: { payload } });
    const dependencies = through(server.url);
    for (const id of ids) await deliver(dependencies, id);
    expect(server.received.map(({ to }) => to)).toEqual([["ann@bakery.example"]]);
    expect(server.received[0]?.mail.text).toContain(url);
    expect((await db.delivery.findUniqueOrThrow({ where: { id: ids[0] ?? "" } })).payload).toEqual({});
  });

  it("lets a member decide from a report, and neither a viewer nor somebody from outside the team", async () => {
    const { db } = database;
    const { siteId, email, userId } = await addTestSite(db);
    const [item] = sampleItems;
    const issueId = randomUUID();
    const facts = { siteId, siteName: "Harbour", stillOpen: 1, pagesChecked: 1, pagesFailed: 0, fixed: [] };
    const payload = { digest: { ...facts, opened: [{ ...item, issueId, alike: 0 }] }, recipientToken: "token" };
    const dependencies = through(server.url);
    const send = async (to: string) => {
      const { id } = await db.delivery.create({
        data: { kind: "digest", email: to, siteId, dedupeKey: randomUUID(), payload },
      });
      await deliver(dependencies, id);
      const [, token] = /\/decide\/([^"\s]+)/.exec(server.received.at(-1)?.mail.text ?? "") ?? [];
      return token === undefined ? null : openDecision(SECRET_KEYS, decodeURIComponent(token), new Date());
    };
    expect(await send(email)).toEqual({ issueId, userId });
    expect(await send("client@elsewhere.example")).toBeNull();
    await db.member.updateMany({ where: { userId }, data: { role: "viewer" } });
    expect(await send(email)).toBeNull();
    expect(server.received).toHaveLength(3);
  });

  it("keeps to the provider's limit of a day: awaited mails first, then the oldest, and the rest waits", async () => {
    const { db } = database;
    const { siteId } = await addTestSite(db);
    await db.delivery.deleteMany({});
    const dependencies = { ...through(server.url), perDay: 10 };
    const report = async (minute: number) => {
      const payload = { siteId, siteName: `Site ${minute}`, failedDays: 3, pagesChecked: 1, recipientToken: "token" };
      const createdAt = new Date(Date.UTC(2026, 0, 1, 0, minute));
      const data = { email: "a@b.example", siteId, dedupeKey: randomUUID(), payload, createdAt };
      return (await db.delivery.create({ data: { ...data, kind: "crawl_recovered" } })).id;
    };
    const reports: string[] = [];
    for (const minute of [11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]) reports.push(await report(minute));
    // Announces the newest first, and all at once.
    await Promise.all(reports.map((id) => deliver(dependencies, id)));
    const subjects = () => server.received.map(({ mail }) => Number(/Site (\d+)/.exec(mail.subject ?? "")?.[1]));
    expect(subjects().toSorted((one, other) => one - other)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    const awaited = [await write(), await write()];
    for (const id of [...reports, ...awaited]) await deliver(dependencies, id);
    expect(server.received).toHaveLength(10);
    expect(server.received.at(-1)?.mail.subject).toBe("Choose a new password");
    expect(await announceDueDeliveries(db, queue, new Date(), 10)).toBe(0);
    // A day later, what waited is sent.
    await db.delivery.updateMany({ where: { state: "sent" }, data: { sentAt: new Date(Date.now() - 86_400_001) } });
    expect(await announceDueDeliveries(db, queue, new Date(), 10)).toBe(4);
    for (const id of [...reports, ...awaited]) await deliver(dependencies, id);
    expect(await db.delivery.count({ where: { state: { not: "sent" } } })).toBe(0);
    expect(server.received).toHaveLength(14);
  });

  it("loses nothing while the server is down, waits longer each time, and sends once when it is back", async () => {
    const id = await write();
    const { url } = server;
    await server.close();
    const dependencies = through(url);
    const pauses: number[] = [];
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      const { state, nextAttemptAt, lastError } = await tryAgain(dependencies, id);
      expect(state).toBe("pending");
      expect(lastError).toMatch(/ECONNREFUSED/);
      pauses.push(minutesTo(nextAttemptAt));
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16]);
    await deliver(dependencies, id);
    expect((await read(id)).attempts).toBe(5);
    server = await startSmtpServer();
    expect(await tryAgain(through(server.url), id)).toMatchObject({ state: "sent", attempts: 6 });
    expect(server.received).toHaveLength(1);
  });

  it("tries again after 4xx, and gives up after four days", async () => {
    const [id, old] = [await write(), await write()];
    const dependencies = through(server.url);
    server.refuseWith(451);
    expect(await tryAgain(dependencies, id)).toMatchObject({ state: "pending" });
    await database.db.delivery.update({ where: { id: old }, data: { createdAt: new Date(Date.now() - 97 * 3_600_000) } });
    expect(await tryAgain(dependencies, old)).toMatchObject({
      state: "refused",
      payload: {},
      lastError: expect.stringContaining("451"),
    });
    server.refuseWith(null);
    expect(await tryAgain(dependencies, id)).toMatchObject({ state: "sent", attempts: 2 });
    expect(server.received).toHaveLength(1);
  });

  it("ends with one recipient that is refused for good, and sends to the others", async () => {
    await server.close();
    server = await startSmtpServer({
      onRcptTo({ address }, _session, callback) {
        if (address !== "gone@bakery.example") return callback();
        callback(Object.assign(new Error("No such user"), { responseCode: 550 }));
      },
    });
    const ids = [await write(), await write("gone@bakery.example"), await write()];
    const dependencies = through(server.url);
    await Promise.all(ids.map((id) => deliver(dependencies, id)));
    const states = await Promise.all(ids.map(async (id) => (await read(id)).state));
    expect(states).toEqual(["sent", "refused", "sent"]);
    expect((await tryAgain(dependencies, ids[1] ?? "")).attempts).toBe(1);
    expect(server.received).toHaveLength(2);
  });

  it("stops the reports to a mailbox that the server says does not exist, but not for a refusal by policy", async () => {
    await server.close();
    server = await startSmtpServer({
      onRcptTo({ address }, _session, callback) {
        const reply = address.startsWith("gone") ? "5.1.1 No such user" : "5.7.1 Not allowed";
        callback(Object.assign(new Error(reply), { responseCode: 550 }));
      },
    });
    const { db } = database;
    const dependencies = through(server.url);
    const gone = `gone-${randomUUID()}@bakery.example`;
    const strict = `strict-${randomUUID()}@bakery.example`;
    const { siteId, recipientId } = await addTestSite(db);
    await db.recipient.update({ where: { id: recipientId }, data: { email: gone, toldUpTo: 9 } });
    const payload = { siteId, siteName: "Harbour", failedDays: 3, pagesChecked: 1, recipientToken: "token" };
    const report = (email: string, marks?: { recipientId: string; from: string }[]) =>
      db.delivery.create({
        data: { kind: "crawl_recovered", email, siteId, dedupeKey: randomUUID(), payload, ...(marks ? { marks } : {}) },
      });
    const [first, second, other] = [await report(gone, [{ recipientId, from: "4" }]), await report(gone), await report(strict)];
    for (const { id } of [first, second, other]) await deliver(dependencies, id);
    expect(await read(first.id)).toMatchObject({ state: "refused", lastError: expect.stringContaining("5.1.1") });
    expect(await read(second.id)).toMatchObject({
      state: "refused",
      payload: expect.not.objectContaining({ recipientToken: "token" }),
      lastError: expect.stringContaining("suppressed"),
    });
    expect((await db.recipient.findUniqueOrThrow({ where: { id: recipientId } })).toldUpTo).toBe(4n);
    const suppressed = await db.mailSuppression.findMany({ where: { email: { in: [gone, strict] } } });
    expect(suppressed).toMatchObject([{ email: gone, reason: "hard_bounce" }]);
  });

  it("keeps mail while our own password is wrong, and sends it when that is put right", async () => {
    await server.close();
    server = await startSmtpServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, callback) =>
        password === "right" ? callback(null, { user: username }) : callback(new Error("Invalid password")),
    });
    const id = await write();
    const withPassword = (password: string) => through(server.url.replace("smtp://", `smtp://ann:${password}@`));
    expect(await tryAgain(withPassword("wrong"), id)).toMatchObject({ state: "pending" });
    expect(await tryAgain(withPassword("right"), id)).toMatchObject({ state: "sent" });
  });

  it("comes again under the same Message-ID when the server goes silent after it has the mail", async () => {
    await server.close();
    const seen: string[] = [];
    let isSilent = true;
    server = await startSmtpServer({
      onData(stream, _session, callback) {
        let text = "";
        stream.on("data", (chunk: Buffer) => {
          text += chunk.toString();
        });
        stream.on("end", () => {
          seen.push(/^Message-ID: (\S+)/im.exec(text)?.[1] ?? "none");
          if (!isSilent) callback();
        });
      },
    });
    const id = await write();
    const dependencies = through(server.url, 400);
    await deliver(dependencies, id);
    expect(await read(id)).toMatchObject({ state: "pending" });
    isSilent = false;
    expect(await tryAgain(dependencies, id)).toMatchObject({ state: "sent", attempts: 2 });
    expect(seen).toEqual([`<${id}@flawless.example>`, `<${id}@flawless.example>`]);
  });

  it("is taken over from a worker that died while sending; that one's late word changes nothing", async () => {
    const id = await write();
    const dead = await claimDelivery(database.db, id, new Date());
    expect(dead).toMatchObject({ id, attempts: 1 });
    await deliver(through(server.url), id);
    expect(server.received).toEqual([]);
    expect(await tryAgain(through(null), id)).toMatchObject({ state: "sent", attempts: 2 });
    if (dead) await postpone(database.db, dead, "too late", new Date());
    if (dead) await markRefused(database.db, dead, "too late");
    expect(await read(id)).toMatchObject({ state: "sent", attempts: 2, lastError: null });
    expect(await claimDelivery(database.db, id, new Date(Date.now() + 3_600_000))).toBeNull();
  });

  it("remembers that a mail is sent although the database does not take the word for it at first", async () => {
    const id = await write();
    await runSql(
      database.url,
      `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'refused for the test'; END $$;
       CREATE TRIGGER refused BEFORE UPDATE ON "Delivery" FOR EACH ROW WHEN (NEW."state" <> 'sending') EXECUTE FUNCTION refuse()`,
    );
    const delivering = deliver(through(server.url), id);
    await waitFor("the server to have the mail", () => server.received.length === 1);
    expect(await read(id)).toMatchObject({ state: "sending", attempts: 1 });
    await runSql(database.url, 'DROP TRIGGER refused ON "Delivery"');
    await delivering;
    expect(await read(id)).toMatchObject({ state: "sent", attempts: 1 });
    expect(server.received).toHaveLength(1);
  });

  it("keeps the mail for the Mailbox page, once, where there is no mail server", async () => {
    const id = await write("ann@bakery.example");
    const dependencies = through(null);
    await Promise.all([deliver(dependencies, id), deliver(dependencies, id)]);
    expect(await read(id)).toMatchObject({ state: "sent", payload: {} });
    const [kept, ...others] = await database.db.mailboxMessage.findMany({ where: { deliveryId: id } });
    expect(others).toEqual([]);
    expect(kept).toMatchObject({ email: "ann@bakery.example", subject: "Choose a new password" });
    expect(kept?.html).toContain("https://flawless.example/reset/");
  });

  it("puts off what cannot be made into a mail, so that a corrected version sends it", async () => {
    const id = await write();
    const { payload } = await read(id);
    await database.db.delivery.update({ where: { id }, data: { payload: { url: 7 } } });
    const dependencies = through(server.url);
    expect(await tryAgain(dependencies, id)).toMatchObject({ state: "pending", lastError: expect.any(String) });
    await database.db.delivery.update({ where: { id }, data: { payload: payload ?? {} } });
    expect(await tryAgain(dependencies, id)).toMatchObject({ state: "sent" });
  });
});
