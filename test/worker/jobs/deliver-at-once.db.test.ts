import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { startSmtpServer, type TestSmtpServer } from "#test/support/servers/smtp-server.ts";
import { waitFor } from "#test/support/wait-for.ts";
import { createWorkerQueue } from "#worker/jobs/take-jobs.ts";
import { announce, deliverWith, letTimePass, SILENT, startMailWorker, writeMail } from "./mail-room.ts";

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
      const pending = await database.db.delivery.findMany({
        where: { id: { in: ids }, state: "pending", attempts: { gt: 0 } },
      });
      await letTimePass(
        database.db,
        pending.map(({ id }) => id),
      );
      await announce(database.db, queue);
      return (await database.db.delivery.count({ where: { id: { in: ids }, state: "sent" } })) === ids.length;
    });
    await Promise.all(workers.map((worker) => worker.stop()));
    mail.mailer?.close();
    const sent = server.received.map(({ mail }) => mail.messageId);
    expect(sent).toHaveLength(50);
    expect(new Set(sent)).toEqual(new Set(ids.map((id) => `<${id}@flawless.example>`)));
  });
});
