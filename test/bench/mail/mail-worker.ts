import { createDatabase } from "#prisma/client.ts";
import { deliverWith, SILENT, startMailWorker } from "#test/worker/jobs/mail-room.ts";
import { createWorkerQueue } from "#worker/jobs/take-jobs.ts";

/** Runs a worker that only sends mails, as the product's does: `mail-worker <database> <SMTP server>`. Prints `ready`. */
const [databaseUrl = "", smtpUrl = ""] = process.argv.slice(2);
const queue = await createWorkerQueue(databaseUrl, SILENT);
const dependencies = deliverWith(createDatabase(databaseUrl), smtpUrl);
const worker = await startMailWorker(queue, dependencies);
process.once("SIGTERM", () => {
  void worker.stop().then(() => process.exit(0));
});
process.stdout.write("ready\n");
