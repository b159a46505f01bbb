import { PgBoss } from "pg-boss";
import { z } from "zod";
import { MAIL_CONNECTIONS } from "#emails/mailer.ts";
import { AWAITED_PRIORITY, QUEUES, type Queue, startQueue } from "#prisma/queue.ts";
import type { Log } from "../log.ts";
import { inLogContext } from "../telemetry/log-context.ts";
import { applyHouseStyle } from "./apply-house-style.ts";
import { type ChannelDependencies, deliverToChannel, testChannel } from "./channels/deliver-to-channel.ts";
import { type DeliverDependencies, deliver } from "./deliver.ts";
import { drawReport, type ReportDependencies } from "./draw-report.ts";
import { probeSite } from "./probe-site.ts";
import { proveSite } from "./prove-site.ts";
import { type CrawlDependencies, runCrawl } from "./run-crawl.ts";
import { type PictureDependencies, takePictures } from "./take-pictures.ts";

type Work = {
  queue: Queue;
  crawl: CrawlDependencies;
  delivery: DeliverDependencies;
  /** Absent: other workers take pictures. */
  pictures?: PictureDependencies;
  /** Absent: other workers draw reports. */
  reports?: ReportDependencies;
  /** Absent: other workers send to Channels. */
  channels?: ChannelDependencies;
  crawlsAtATime: number;
  /** Aborts when this worker stops. Its Crawls then return to the queue. */
  stopping: AbortSignal;
};

/** The time for jobs under way when the worker stops. Crawls return to the queue within it. */
const STOP_PATIENCE_MS = 20_000;
/** The database announces jobs at once. Polling is for the time when that connection is lost. */
const POLLING = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 10 };

/** Takers that share the connections: while the mails of one are on their way, the other writes its own. */
const MAIL_TAKERS = 2;
/** Mails that somebody waits for, beside the others. */
const AWAITED_AT_ONCE = 4;

/** Messages to Channels at a time: one may take ten seconds. */
const MESSAGES_AT_ONCE = 5;

/** Page checks that run beside the Crawls of whole Sites: a person waits for each. */
const PAGE_CHECKS_AT_A_TIME = 3;

/** Trials that run beside them. */
const TRIALS_AT_A_TIME = 2;

const crawlJob = z.object({ crawlId: z.string() });
const deliveryJob = z.object({ deliveryId: z.string() });
const proofJob = z.object({ siteId: z.string() });
const picturesJob = z.object({ siteId: z.string() });
const styleJob = z.object({ teamId: z.string() });
const reportJob = z.object({ reportFileId: z.string() });
const channelTestJob = z.object({ channelId: z.string() });
const probeJob = z.object({ typed: z.string() });

/** Connects the worker to the queue. It gets new jobs at once, deletes old ones, and survives a restart of the database. */
export async function createWorkerQueue(databaseUrl: string, log: Log): Promise<Queue> {
  const queue = new PgBoss({ connectionString: databaseUrl, max: 4, schedule: false, useListenNotify: true });
  queue.on("error", (error) =>
    log.warn({ err: error }, "the queue lost its connection or met a fault: it goes on when it can"),
  );
  return startQueue(queue);
}

/** Takes jobs until stopped. The tables say what there is to do, so a job that is lost or comes twice does no harm. */
export async function takeJobs(work: Work): Promise<{ stop(): Promise<void> }> {
  const { queue, crawl, delivery, pictures, reports, channels, crawlsAtATime, stopping } = work;
  for (let slot = 0; slot < crawlsAtATime; slot++)
    await takeOneAfterAnother(queue, QUEUES.crawl, (data) => runCrawl(crawl, crawlJob.parse(data).crawlId, stopping));
  for (let slot = 0; slot < PAGE_CHECKS_AT_A_TIME; slot++)
    await takeOneAfterAnother(queue, QUEUES.page, (data) => runCrawl(crawl, crawlJob.parse(data).crawlId, stopping));
  for (let slot = 0; slot < TRIALS_AT_A_TIME; slot++)
    await takeOneAfterAnother(queue, QUEUES.trial, (data) => runCrawl(crawl, crawlJob.parse(data).crawlId, stopping));
  await takeMails(queue, delivery);
  await queue.work(QUEUES.probe, { ...POLLING, localConcurrency: 4 }, async ([job]) => {
    return inJob(job, (data) => probeSite(crawl.tools.client, probeJob.parse(data).typed));
  });
  await queue.work(QUEUES.proof, { ...POLLING, localConcurrency: 2 }, async ([job]) => {
    return inJob(job, (data) => proveSite({ db: crawl.db, client: crawl.tools.client }, proofJob.parse(data).siteId));
  });
  await queue.work(QUEUES.style, { ...POLLING, localConcurrency: 2 }, async ([job]) => {
    await inJob(job, (data) => applyHouseStyle({ db: crawl.db, log: crawl.log }, styleJob.parse(data).teamId));
  });
  if (channels) await takeMessages(queue, channels);
  // One at a time, because drawing takes a whole processor and the next Crawl should not wait for it.
  if (pictures)
    await takeOneAfterAnother(queue, QUEUES.pictures, (data) =>
      takePictures(pictures, picturesJob.parse(data).siteId, stopping),
    );
  if (reports)
    await takeOneAfterAnother(queue, QUEUES.report, (data) => drawReport(reports, reportJob.parse(data).reportFileId));
  return { stop: () => queue.stop({ graceful: true, timeout: STOP_PATIENCE_MS }) };
}

/** Takes mails. Those that somebody waits for also have takers of their own, so that no slow server of reports holds them up. */
async function takeMails(queue: Queue, delivery: DeliverDependencies): Promise<void> {
  const send = async (jobs: { id: string; name: string; data: unknown }[]) => {
    await Promise.all(jobs.map((job) => inJob(job, (data) => deliver(delivery, deliveryJob.parse(data).deliveryId))));
  };
  const several = { ...POLLING, burstWhenBatchFull: true };
  const reports = { ...several, batchSize: MAIL_CONNECTIONS / MAIL_TAKERS, localConcurrency: MAIL_TAKERS };
  await queue.work(QUEUES.delivery, reports, send);
  await queue.work(QUEUES.delivery, { ...several, batchSize: AWAITED_AT_ONCE, minPriority: AWAITED_PRIORITY }, send);
}

async function takeMessages(queue: Queue, channels: ChannelDependencies): Promise<void> {
  const several = { ...POLLING, batchSize: MESSAGES_AT_ONCE, burstWhenBatchFull: true };
  await queue.work(QUEUES.channel, several, async (jobs) => {
    await Promise.all(jobs.map((job) => inJob(job, (data) => deliverToChannel(channels, deliveryJob.parse(data).deliveryId))));
  });
  await queue.work(QUEUES.channelTest, { ...POLLING, localConcurrency: 2 }, async ([job]) => {
    return inJob(job, (data) => testChannel(channels, channelTestJob.parse(data).channelId));
  });
}

/**
 * Does the jobs of a queue, and fetches the next as soon as one is done. By itself the queue would wait for its next poll, up to ten
 * seconds.
 */
async function takeOneAfterAnother(queue: Queue, name: string, act: (data: unknown) => Promise<void>): Promise<void> {
  let id: string | null = null;
  id = await queue.work(name, POLLING, async ([job]) => {
    try {
      await inJob(job, act);
    } finally {
      if (id !== null) queue.notifyWorker(id);
    }
  });
}

/** Does a job. Its ids are in each line that it logs. */
function inJob<T>(
  job: { id: string; name: string; data: unknown } | undefined,
  act: (data: unknown) => Promise<T>,
): Promise<T> {
  return inLogContext({ jobId: job?.id ?? "", queue: job?.name ?? "" }, () => act(job?.data));
}
