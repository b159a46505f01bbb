import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MAIL_CONNECTIONS } from "#emails/mailer.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { addTestSite } from "#test/support/seed/add-test-site.ts";
import { startSmtpServer, type TestSmtpServer } from "#test/support/servers/smtp-server.ts";
import { waitFor } from "#test/support/wait-for.ts";
import { createWorkerQueue } from "#worker/jobs/take-jobs.ts";
import { announce, deliverWith, SILENT, startMailWorker, writeMail } from "./mail-room.ts";

let database: TestDatabase;
let server: TestSmtpServer;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

describe("two workers", () => {
  it("send each of fifty mails exactly once, announced twice and with a stumbling server", async () => {
    let calls = 0;
    server = await startSmtpServer({
      onRcptTo(_address, _session, callback) {
        calls += 1;
        if (calls % 7 !== 0) return callback();
        callback(Object.assign(new Error("Busy"), { responseCode: 450 }));
      },
    });
    const mail = deliverWith(database.db, server.url);
    const queues = await Promise.all([0, 1].map(() => createWorkerQueue(database.url, SILENT)));
    const [queue] = queues;
    if (!queue) throw new Error("There is no queue.");
    const workers = await Promise.all(queues.map((own) => startMailWorker(own, mail)));
    const ids = await Promise.all(Array.from({ length: 50 }, () => writeMail(database.db, queue)));
    await Promise.all(queues.map((own) => announce(database.db, own)));
    await waitFor("all mails to be sent", async () => {
      // In one statement: a mail that a worker claims after it was found pending would lose that worker's lease.
      await database.db.delivery.updateMany({
        where: { id: { in: ids }, state: "pending", attempts: { gt: 0 } },
        data: { nextAttemptAt: new Date(Date.now() - 1) },
      });
      await announce(database.db, queue);
      return (await database.db.delivery.count({ where: { id: { in: ids }, state: "sent" } })) === ids.length;
    });
    await Promise.all(workers.map((worker) => worker.stop()));
    mail.relays?.close();
    const sent = server.received.map(({ mail }) => mail.messageId);
    expect(sent).toHaveLength(50);
    expect(new Set(sent)).toEqual(new Set(ids.map((id) => `<${id}@flawless.example>`)));
  });
});

describe("a worker", () => {
  it("sends what somebody waits for while all its reports hang in their mail server", async () => {
    const held: (() => void)[] = [];
    const [main, reports] = [
      await startSmtpServer(),
      await startSmtpServer({ onMailFrom: (_address, _session, callback) => void held.push(callback) }),
    ];
    const mail = deliverWith(database.db, main.url, { reportsUrl: reports.url });
    const queue = await createWorkerQueue(database.url, SILENT);
    const { siteId } = await addTestSite(database.db);
    const payload = { siteId, siteName: "Harbour", failedDays: 3, pagesChecked: 1, recipientToken: "token" };
    await database.db.delivery.createMany({
      data: Array.from({ length: 2 * MAIL_CONNECTIONS }, () => ({
        ...{ kind: "crawl_recovered" as const, email: "ann@bakery.example", siteId, dedupeKey: randomUUID(), payload },
      })),
    });
    await announce(database.db, queue);
    const worker = await startMailWorker(queue, mail);
    await waitFor("all connections to hang", () => held.length === MAIL_CONNECTIONS);
    const awaited = await writeMail(database.db, queue);
    await waitFor("the mail that somebody waits for", () => main.received.length === 1);
    expect(main.received[0]?.mail.messageId).toBe(`<${awaited}@flawless.example>`);
    expect(reports.received).toEqual([]);
    await waitFor("the reports to be sent", () => {
      for (const go of held.splice(0)) go();
      return reports.received.length === 2 * MAIL_CONNECTIONS;
    });
    await worker.stop();
    mail.relays?.close();
    await Promise.all([main.close(), reports.close()]);
  });
});
