import { Counter, Gauge, Histogram } from "prom-client";
import { registry } from "./registry.ts";

const registers = [registry];

/** Ends of Crawls by reason and outcome: `finished`, `failed`, `given_back`. */
export const crawlsEnded = new Counter({
  name: "flawless_crawls_ended_total",
  help: "Crawls that this worker ended, by reason and outcome.",
  labelNames: ["reason", "outcome"],
  registers,
});

export const crawlSeconds = new Histogram({
  name: "flawless_crawl_duration_seconds",
  help: "Time of a crawl from its claim to its end.",
  labelNames: ["reason"],
  buckets: [1, 5, 15, 60, 300, 900, 3_600, 10_800],
  registers,
});

export const pagesVisited = new Counter({
  name: "flawless_pages_visited_total",
  help: "Pages that crawls visited, by outcome.",
  labelNames: ["outcome"],
  registers,
});

/** Times of one page by step: `fetch` requests it, `render` opens it in the browser, `extract` reads it, `check` checks its new texts. */
export const pageSeconds = new Histogram({
  name: "flawless_page_step_duration_seconds",
  help: "Time of one step of reading a page.",
  labelNames: ["step"],
  buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
  registers,
});

export const notChecked = new Counter({
  name: "flawless_not_checked_total",
  help: "Pages, texts and links that crawls did not check, by reason.",
  labelNames: ["reason"],
  registers,
});

/** Attempts at mails by outcome: `sent`, `kept` (for the Mailbox page), `withheld`, `later` (tried again), `refused` (failed for good). */
export const mailAttempts = new Counter({
  name: "flawless_mail_attempts_total",
  help: "Attempts at sending a mail, by kind and outcome.",
  labelNames: ["kind", "outcome"],
  registers,
});

/**
 * Attempts by mail server (`main`, `reports`) and outcome: `sent`, `refused` and `later` (for what is wrong with the mail), `failed` (the server's
 * fault), `paused` (it was left alone).
 */
export const relayAttempts = new Counter({
  name: "flawless_mail_relay_attempts_total",
  help: "Attempts at sending a mail through a mail server, by server and outcome.",
  labelNames: ["relay", "outcome"],
  registers,
});

export const relayPaused = new Gauge({
  name: "flawless_mail_relay_paused",
  help: "1 while this worker leaves a mail server alone, because it failed several times in a row.",
  labelNames: ["relay"],
  registers,
});

/** Starts of browsers: `first` of a worker, or `again` after a crash, a hang or a pause. */
export const browserStarts = new Counter({
  name: "flawless_browser_starts_total",
  help: "Starts of a browser, by purpose and by whether one had run before.",
  labelNames: ["purpose", "start"],
  registers,
});

export const repeatedJobRuns = new Counter({
  name: "flawless_repeated_job_runs_total",
  help: "Runs of the jobs that each worker repeats, by outcome.",
  labelNames: ["job", "outcome"],
  registers,
});

export const repeatedJobSucceededAt = new Gauge({
  name: "flawless_repeated_job_last_success_timestamp_seconds",
  help: "When a repeated job last succeeded on this worker.",
  labelNames: ["job"],
  registers,
});

export const fleetCutOff = new Gauge({
  name: "flawless_fleet_cut_off",
  help: "1 while so many sites are unreachable at once that our own network must be cut off.",
  registers,
});

export const heartbeats = new Counter({
  name: "flawless_heartbeats_total",
  help: "Pings to HEARTBEAT_URL, by outcome.",
  labelNames: ["outcome"],
  registers,
});
