import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { build } from "esbuild";
import { sampleItems } from "#emails/sample-items.ts";
import { createDatabase } from "#prisma/client.ts";
import { migrate } from "#prisma/migrate.ts";
import { announceDueDeliveries } from "#prisma/queries/deliveries/claim-delivery.ts";
import { createQueue } from "#prisma/queue.ts";
import { processMs, watchPostgres } from "#test/bench/load/processor-times.ts";
import { startNode } from "#test/support/child-process.ts";
import { addTestSite } from "#test/support/seed/add-test-site.ts";
import { startThrowawayPostgres } from "#test/support/servers/throwaway-postgres.ts";
import { waitFor } from "#test/support/wait-for.ts";

/**
 * Measures how many digests a second one worker sends: claimed, written, sent in a real SMTP conversation and
 * recorded. The server, a process of its own, answers each command after `latency` ms, as one far away does. `node test/bench/mail/sending.ts [mails] [latency]`
 */
const MAILS = Number(process.argv[2] ?? 450);
const LATENCY_MS = Number(process.argv[3] ?? 40);
/** 10 million mails a week. */
const BAR = 17;
const FIRST = 50;
/** The interval of the worker, which announces up to 500. */
const ANNOUNCE_EVERY_MS = 15_000;

const postgres = await startThrowawayPostgres();
await migrate(postgres.url);
const db = createDatabase(postgres.url, 3);
const queue = await createQueue(postgres.url, (error) => print(error.message));
const sink = startNode(join(import.meta.dirname, "smtp-sink.ts"), [String(LATENCY_MS)], {});
await sink.printed(/smtp:\S+\s/);
// Node does not run the templates' JSX by itself.
const folder = await mkdtemp(join(import.meta.dirname, "..", "..", "..", "node_modules", "mail-benchmark-"));
const script = join(folder, "mail-worker.mjs");
await build({
  entryPoints: [join(import.meta.dirname, "mail-worker.ts")],
  outfile: script,
  ...{ bundle: true, platform: "node", format: "esm", target: "node24", jsx: "automatic", packages: "external" },
});
const smtpUrl = /smtp:\S+/.exec(sink.output())?.[0] ?? "";
const worker = startNode(script, [postgres.url, smtpUrl], {});
try {
  await worker.printed(/ready/);
  const { siteId } = await addTestSite(db);
  const facts = { siteId, siteName: "Harbour", stillOpen: 12, pagesChecked: 200, pagesFailed: 0, fixed: [] };
  const opened = sampleItems.map((item) => ({ ...item, issueId: randomUUID(), alike: 0 }));
  const sendAll = async (count: number) => {
    const digest = { digest: { ...facts, opened }, recipientToken: "token" };
    await db.delivery.createMany({
      data: Array.from({ length: count }, (_, at) => ({
        ...{ kind: "digest" as const, email: `reader-${at}@bakery.example`, siteId, dedupeKey: randomUUID(), payload: digest },
      })),
    });
    let announcedAt = Number.NEGATIVE_INFINITY;
    await waitFor(
      "all mails to be sent",
      async () => {
        if (performance.now() - announcedAt > ANNOUNCE_EVERY_MS) {
          await announceDueDeliveries(db, queue, new Date());
          announcedAt = performance.now();
        }
        return (await db.delivery.count({ where: { state: { not: "sent" } } })) === 0;
      },
      150_000,
    );
  };
  await sendAll(FIRST);
  const readPostgres = await watchPostgres(db);
  const before = { worker: await processMs(worker.pid), postgres: await readPostgres() };
  const began = performance.now();
  await sendAll(MAILS);
  const seconds = (performance.now() - began) / 1000;
  const own = ((await processMs(worker.pid)) - before.worker) / MAILS;
  const server = ((await readPostgres()) - before.postgres) / MAILS;
  const rate = MAILS / seconds;
  print(
    `${MAILS} digests of ${opened.length} issues, ${LATENCY_MS} ms an answer: ${rate.toFixed(1)} a second (must be ≥ ${BAR})`,
  );
  print(`processor: ${own.toFixed(1)} ms a mail in the worker, ${server.toFixed(1)} ms in PostgreSQL`);
  await worker.stop();
  await sink.stop();
  const arrived = Number(/(\d+) mails/.exec(sink.output())?.[1]);
  print(`${arrived} arrived (must be ${MAILS + FIRST})`);
  if (rate < BAR || arrived !== MAILS + FIRST) process.exitCode = 1;
} finally {
  await Promise.all([worker.stop(), sink.stop()]);
  await queue.stop({ graceful: false });
  await db.$disconnect();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
