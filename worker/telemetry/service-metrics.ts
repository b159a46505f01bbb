import { Gauge } from "prom-client";
import type { ServiceFacts, Waiting } from "#prisma/queries/status/find-service-facts.ts";
import { monthlyRevenue, toWholeUnits } from "#worker/core/operating/monthly-revenue.ts";
import { PLAN_IDS } from "#worker/core/plans.ts";
import { serviceRegistry } from "./registry.ts";

type Label = "queue" | "state" | "plan" | "currency";

/** Makes a gauge of the whole service. Every process reports the same value, so queries take `max`, not `sum`. */
function gauge(name: string, help: string, ...labelNames: Label[]): Gauge<Label> {
  return new Gauge({
    name: `flawless_${name}`,
    help: `${help} Of the whole service: take the maximum.`,
    labelNames,
    registers: [serviceRegistry],
  });
}

const queueJobs = gauge("queue_jobs", "Jobs that wait in a queue.", "queue");
const queueAge = gauge("queue_oldest_job_age_seconds", "Time that the oldest job of a queue has waited.", "queue");
const crawlsQueued = gauge("crawls_queued", "Crawls that wait for a worker.");
const crawlsQueuedAge = gauge("crawls_queued_oldest_age_seconds", "Time that the oldest waiting crawl has waited.");
const crawlsRunning = gauge("crawls_running", "Crawls under way.");
const sitesLate = gauge("sites_late", "Sites whose daily crawl is due and not queued.");
const sitesLateAge = gauge("sites_late_oldest_age_seconds", "Time since the first of them was due.");
const sites = gauge("sites", "Sites by state.", "state");
const mailsWaiting = gauge("mails_waiting", "Mails that are written and not sent.");
const mailsWaitingAge = gauge("mails_waiting_oldest_age_seconds", "Time since the oldest of them was written.");
const lastCrawl = gauge("last_crawl_finished_timestamp_seconds", "When a crawl last finished; 0: never.");
const lastDigest = gauge("last_digest_sent_timestamp_seconds", "When a digest or a summary was last sent; 0: never.");
const lastBackup = gauge("last_backup_finished_timestamp_seconds", "When a backup last finished; 0: never.");
const lastSignUp = gauge("last_sign_up_timestamp_seconds", "When a person last signed up; 0: never.");
const users = gauge("users", "People with an account.");
const trials = gauge("teams_in_trial", "Teams in their free trial of Pro.");
const paying = gauge("paying_customers", "Teams with a paid subscription, by plan.", "plan");
const revenue = gauge(
  "monthly_revenue",
  "What subscriptions bring in a month, before taxes, in whole units of a currency.",
  "currency",
);

/** Puts the figures of the whole service into the metrics of this process. */
export function recordServiceFacts(facts: ServiceFacts): void {
  queueJobs.reset();
  queueAge.reset();
  for (const { queue, ...waiting } of facts.queues) setWaiting(queueJobs, queueAge, waiting, { queue });
  setWaiting(crawlsQueued, crawlsQueuedAge, facts.crawlsQueued);
  crawlsRunning.set(facts.crawlsRunning);
  setWaiting(sitesLate, sitesLateAge, facts.sitesLate);
  for (const state of ["active", "paused"] as const) sites.set({ state }, facts.sites[state]);
  setWaiting(mailsWaiting, mailsWaitingAge, facts.mailsWaiting);
  lastCrawl.set(toSeconds(facts.lastCrawlAt));
  lastDigest.set(toSeconds(facts.lastDigestAt));
  lastBackup.set(toSeconds(facts.lastBackupAt));
  lastSignUp.set(toSeconds(facts.lastSignUpAt));
  users.set(facts.users);
  trials.set(facts.trials);
  for (const plan of PLAN_IDS) {
    const teams = facts.paying.filter((one) => one.plan === plan).reduce((sum, one) => sum + one.count, 0);
    if (plan !== "free") paying.set({ plan }, teams);
  }
  revenue.reset();
  for (const { currency, amount } of monthlyRevenue(facts.paying))
    revenue.set({ currency }, toWholeUnits({ currency, amount }));
}

function setWaiting(count: Gauge<Label>, age: Gauge<Label>, waiting: Waiting, labels: { queue?: string } = {}): void {
  count.set(labels, waiting.count);
  age.set(labels, waiting.oldestSeconds);
}

function toSeconds(at: Date | null): number {
  return at ? at.getTime() / 1000 : 0;
}
