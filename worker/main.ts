import { randomUUID } from "node:crypto";
import { createDatabase, type Database } from "#prisma/client.ts";
import { openPictureStore } from "#prisma/pictures/open-picture-store.ts";
import { announceDueChannelDeliveries } from "#prisma/queries/channels/claim-channel-delivery.ts";
import { forgetOldRecords } from "#prisma/queries/crawls/forget-old-records.ts";
import { rescueCrawls } from "#prisma/queries/crawls/rescue-crawls.ts";
import { scheduleCrawls } from "#prisma/queries/crawls/schedule-crawls.ts";
import { eraseDueDeletions } from "#prisma/queries/deletion/erase-deleted.ts";
import { announceDueDeliveries } from "#prisma/queries/deliveries/claim-delivery.ts";
import { writeSummaries } from "#prisma/queries/deliveries/write-summaries.ts";
import { createRobotsFiles, forgetRobotsFiles } from "#prisma/queries/hosts/robots-files.ts";
import { forgetHosts, shareHosts } from "#prisma/queries/hosts/share-hosts.ts";
import { wakeIssues } from "#prisma/queries/issues/decisions/wake-issues.ts";
import { writeBusinessReport } from "#prisma/queries/operating/write-business-report.ts";
import { forgetOldPictures } from "#prisma/queries/pictures/forget-old-pictures.ts";
import { advancePlans } from "#prisma/queries/plans/advance-plans.ts";
import { forgetReportFiles } from "#prisma/queries/report-files/record-report-file.ts";
import { recordServiceDays } from "#prisma/queries/status/service-days.ts";
import { deriveSecretKeys } from "#prisma/sealed-secret.ts";
import { serviceClock } from "#prisma/service-clock.ts";
import { repeat } from "./async/repeat.ts";
import { closeWhenIdle } from "./browser/close-when-idle.ts";
import { findBrowser } from "./browser/find-browser.ts";
import { openBrowser } from "./browser/open-browser.ts";
import { CHECK_IDS } from "./core/checks/check-kinds.ts";
import { crawlerUserAgent } from "./core/crawler-name.ts";
import { STRANGER_PACE } from "./core/pace/pace.ts";
import { parseSettings, type Settings } from "./core/settings.ts";
import { createHttpClient } from "./http/client/http-client.ts";
import { createAnswerCache } from "./http/links/answer-cache.ts";
import { createAnswerRecord } from "./jobs/answer-record.ts";
import { backUpDaily } from "./jobs/back-up-daily.ts";
import { createHeartbeat } from "./jobs/create-heartbeat.ts";
import { deleteDroppedPictures } from "./jobs/delete-dropped-pictures.ts";
import { reproveSites } from "./jobs/prove-site.ts";
import { openRelays, type Relays } from "./jobs/relays/open-relays.ts";
import { createWorkerQueue, takeJobs } from "./jobs/take-jobs.ts";
import { watchNetwork } from "./jobs/watch-network.ts";
import { log } from "./log.ts";
import { openOperations } from "./telemetry/open-operations.ts";
import { reportErrors } from "./telemetry/report-errors.ts";
import { startTracing } from "./telemetry/tracing.ts";
import { addLanguageTool } from "./threads/check/add-language-tool.ts";
import { type CheckPool, createCheckPool } from "./threads/check/check-pool.ts";
import { createLanguageTool } from "./threads/check/language-tool.ts";
import { createPageReader } from "./threads/read/page-reader.ts";

const RESCUE_EVERY_MS = 10_000;
const DUE_DELIVERIES_EVERY_MS = 15_000;
const DROPPED_PICTURES_EVERY_MS = 30_000;
const SUMMARIES_EVERY_MS = 30_000;
const SCHEDULE_EVERY_MS = 20_000;
const CLOCK_EVERY_MS = 30_000;
/** Difference between the clocks of this machine and of the database that is worth a line in the log. */
const WRONG_CLOCK_MS = 5_000;
const NETWORK_EVERY_MS = 60_000;
const WAKE_EVERY_MS = 60_000;
const FORGET_EVERY_MS = 3_600_000;
const NIGHTLY_MS = 86_400_000;
const PLANS_EVERY_MS = 60_000;
const REPORT_EVERY_MS = 300_000;
const SERVICE_DAYS_EVERY_MS = 600_000;
const BACKUP_EVERY_MS = 600_000;
const REPROVE_EVERY_MS = 600_000;
/** Time after which the browser that draws is closed. Few pages need it. */
const DRAWER_IDLE_MS = 60_000;
const MEGABYTE = 1_000_000;
/** Checked at the start, so that the dictionaries are loaded before the first crawl and not while an owner waits. */
const WARM_UP = { hash: "warm-up", kind: "paragraph", lang: "en", text: "Ready." } as const;

let flushReports = () => Promise.resolve();

/** Runs the worker process: crawls, checks, mails. Any number may run; SIGTERM and SIGINT end it cleanly. */
async function main(): Promise<void> {
  const settings = parseSettings(process.env);
  flushReports = reportErrors(settings.SENTRY_DSN, "worker");
  const flushTraces = startTracing(settings.OTEL_EXPORTER_OTLP_ENDPOINT, "worker");
  const stopping = new AbortController();
  const db = createDatabase(settings.DATABASE_URL);
  const operations = await openOperations(settings, process.argv[2] ?? "127.0.0.1");
  await readClock(db);
  const queue = await createWorkerQueue(settings.DIRECT_DATABASE_URL, log);
  const tools = await openTools(settings, db);
  const relays = relaysOf(settings);
  // Registered before the first job is taken, because from then on the worker must end cleanly.
  const stopSignal = new Promise<NodeJS.Signals>((resolve) => {
    for (const name of ["SIGTERM", "SIGINT"] as const) process.once(name, resolve);
  });
  const secretKeys = deriveSecretKeys(settings);
  const store = openPictureStore(settings);
  const jobs = await takeJobs({
    queue,
    crawl: { db, queue, tools, secretKeys, log },
    delivery: {
      db,
      relays,
      secretKeys,
      appUrl: settings.APP_URL,
      from: settings.MAIL_FROM,
      perDay: settings.MAILS_PER_DAY,
      log,
    },
    pictures: { db, client: tools.client, drawer: tools.drawer, store, secretKeys, limits: pictureLimits(settings), log },
    reports: { db, printer: tools.printer, store, log },
    channels: { db, queue, agent: tools.client.agent, secretKeys, appUrl: settings.APP_URL, log },
    crawlsAtATime: settings.WORKER_CRAWLS,
    stopping: stopping.signal,
  });
  const heartbeat = createHeartbeat(settings.HEARTBEAT_URL, { log });
  const repeated = [
    repeat("read the database's clock", CLOCK_EVERY_MS, log, () => readClock(db)),
    repeat("rescue crawls", RESCUE_EVERY_MS, log, () => rescueCrawls(db, queue, serviceClock.now())),
    repeat("announce due deliveries", DUE_DELIVERIES_EVERY_MS, log, () =>
      announceDueDeliveries(db, queue, serviceClock.now(), relays && settings.MAILS_PER_DAY),
    ),
    repeat("write summaries", SUMMARIES_EVERY_MS, log, () => writeSummaries(db, queue, serviceClock.now())),
    repeat("announce due messages", DUE_DELIVERIES_EVERY_MS, log, () =>
      announceDueChannelDeliveries(db, queue, serviceClock.now()),
    ),
    repeat("schedule crawls", SCHEDULE_EVERY_MS, log, async () => {
      const scheduled = await scheduleCrawls(db, queue, serviceClock.now());
      await heartbeat();
      return scheduled;
    }),
    repeat("watch our network", NETWORK_EVERY_MS, log, () => watchNetwork({ db, log, now: serviceClock.now() })),
    repeat("wake snoozed issues", WAKE_EVERY_MS, log, () => wakeIssues(db, serviceClock.now())),
    repeat("advance plans", PLANS_EVERY_MS, log, () => advancePlans(db, queue, serviceClock.now())),
    repeat("report business figures", REPORT_EVERY_MS, log, () =>
      writeBusinessReport(db, queue, { operators: settings.OPERATORS, now: serviceClock.now() }),
    ),
    repeat("record service days", SERVICE_DAYS_EVERY_MS, log, () => recordServiceDays(db, serviceClock.now())),
    repeat("look for proofs again", REPROVE_EVERY_MS, log, () => reproveSites({ db, client: tools.client })),
    repeat("forget hosts", FORGET_EVERY_MS, log, () => forgetHosts(db, serviceClock.now())),
    repeat("forget old records", NIGHTLY_MS, log, () => forgetOldRecords(db, serviceClock.now())),
    repeat("erase what was deleted", FORGET_EVERY_MS, log, () => eraseDueDeletions(db, serviceClock.now())),
    repeat("forget old pictures", NIGHTLY_MS, log, () => forgetOldPictures(db, serviceClock.now())),
    repeat("forget expired reports", FORGET_EVERY_MS, log, () => forgetReportFiles(db, serviceClock.now())),
    repeat("delete dropped pictures", DROPPED_PICTURES_EVERY_MS, log, () => deleteDroppedPictures({ db, store, log })),
    repeat("back up", BACKUP_EVERY_MS, log, () =>
      backUpDaily({ db, settings, now: serviceClock.now, log, signal: stopping.signal }),
    ),
    repeat("forget robots.txt files", FORGET_EVERY_MS, log, () => forgetRobotsFiles(db, serviceClock.now())),
  ];
  await tools.checks.checkBlocks([WARM_UP], { siteLanguage: "auto", pageLang: null, only: CHECK_IDS });
  log.info({ crawlsAtATime: settings.WORKER_CRAWLS, hasBrowser: tools.browser !== null }, "worker ready");
  operations.enter("running");

  const signal = await stopSignal;
  operations.enter("stopping");
  log.info({ signal }, "worker stops: crawls under way are given back");
  stopping.abort(new Error("The worker stops."));
  await Promise.all(repeated.map((job) => job.stop()));
  await jobs.stop();
  relays?.close();
  await Promise.all([
    tools.browser?.close(),
    tools.drawer?.close(),
    tools.printer?.close(),
    tools.reader.close(),
    tools.checks.close(),
    tools.client.close(),
  ]);
  await Promise.all([db.$disconnect(), operations.close(), flushReports(), flushTraces()]);
  log.info("worker stopped");
}

/** Reads the time of the database, by which this worker goes, and says so if this machine's clock is wrong. */
async function readClock(db: Database): Promise<number> {
  const aheadMs = await serviceClock.read(db);
  if (Math.abs(aheadMs) > WRONG_CLOCK_MS)
    log.warn({ aheadMs: Math.round(aheadMs) }, "this machine's clock is wrong: the database's is used");
  return 0;
}

async function openTools(settings: Settings, db: Database) {
  const { ALLOWED_PRIVATE_HOSTS: allowedPrivateHosts, CHROMIUM_PATH: configured } = settings;
  const executablePath = await findBrowser({ configured });
  const browser = executablePath ? { executablePath, allowedPrivateHosts, log } : null;
  if (!executablePath)
    log.error("No browser was found. Pages that need one are reported as not checked. Install chromium, or set CHROMIUM_PATH.");
  const reader = createPageReader({
    onFault: (error) => log.error({ err: error }, "no reading thread could be started: pages are read in the process itself"),
  });
  return {
    client: createHttpClient({
      read: reader.read,
      userAgent: crawlerUserAgent(settings.APP_URL),
      allowedPrivateHosts,
      perHost: STRANGER_PACE.atATime,
      perSite: settings.REQUESTS_PER_SITE,
      leases: { claim: (requests) => shareHosts(db, requests), workerId: randomUUID(), log },
      robotsFiles: createRobotsFiles(db, serviceClock.now),
    }),
    browser: browser && (await openBrowser(browser)),
    drawer: browser && closeWhenIdle(await openBrowser({ ...browser, purpose: "draw" }), DRAWER_IDLE_MS),
    // A browser of its own, which no page of a site is ever in.
    printer:
      browser && closeWhenIdle(await openBrowser({ ...browser, allowedPrivateHosts: [], purpose: "draw" }), DRAWER_IDLE_MS),
    reader,
    checks: openChecks(settings),
    answers: createAnswerCache(createAnswerRecord(db, allowedPrivateHosts)),
  };
}

function relaysOf({ SMTP_URL: smtpUrl, SMTP_URL_REPORTS: reportsUrl, MAIL_FROM: from }: Settings): Relays | null {
  return smtpUrl === undefined ? null : openRelays({ smtpUrl, reportsUrl, from, log });
}

function pictureLimits({ PICTURES_PER_CRAWL: pages, PICTURES_SITE_MB, PICTURES_TOTAL_MB }: Settings) {
  return { pages, siteBytes: PICTURES_SITE_MB * MEGABYTE, allBytes: PICTURES_TOTAL_MB * MEGABYTE };
}

function openChecks({ LANGUAGETOOL_URL: url }: Settings): CheckPool {
  const pool = createCheckPool({
    onFault: (error, blockHash) => log.error({ err: error, blockHash }, "a text broke its checking thread"),
  });
  if (!url) return pool;
  const onFault = (error: unknown) => log.warn({ err: error }, "LanguageTool did not answer: it is left alone for a minute");
  return addLanguageTool(pool, createLanguageTool({ url, onFault }));
}

try {
  await main();
} catch (error) {
  log.fatal({ err: error }, "worker could not start");
  await flushReports();
  // Open connections would keep a useless process alive. Its supervisor starts another.
  process.exit(1);
}
