import type { Database } from "#prisma/client.ts";
import { type ClaimedCrawl, claimCrawl } from "#prisma/queries/crawls/claim-crawl.ts";
import { holdsCrawl, releaseCrawl } from "#prisma/queries/crawls/crawl-lease.ts";
import { createCrawlMemory } from "#prisma/queries/crawls/crawl-memory.ts";
import { failCrawl } from "#prisma/queries/crawls/fail-crawl.ts";
import { recordCrawl } from "#prisma/queries/crawls/recording/record-crawl.ts";
import { type CrawlCost, recordCrawlCost } from "#prisma/queries/crawls/recording/record-crawl-cost.ts";
import { recordLateLinks } from "#prisma/queries/crawls/recording/record-late-links.ts";
import { recordPageCheck } from "#prisma/queries/crawls/recording/record-page-check.ts";
import { openSignIn } from "#prisma/queries/sites/site-sign-in.ts";
import { recordVerified } from "#prisma/queries/sites/site-verification.ts";
import type { Queue } from "#prisma/queue.ts";
import type { SecretKeys } from "#prisma/sealed-secret.ts";
import { serviceClock } from "#prisma/service-clock.ts";
import { needsNextCrawl } from "#worker/core/checks/links/needs-next-crawl.ts";
import { isProvenSite } from "#worker/core/ownership/is-proven.ts";
import type { SiteSignIn } from "#worker/core/sign-in/site-sign-in.ts";
import type { CrawlAccount, LateLinks } from "#worker/crawl/crawl-plan.ts";
import { crawlSite } from "#worker/crawl/crawl-site.ts";
import { type CrawlTools, makePorts } from "#worker/crawl/make-ports.ts";
import type { Log } from "#worker/log.ts";
import { noteInLog } from "#worker/telemetry/log-context.ts";
import { inSpan } from "#worker/telemetry/tracing.ts";
import { blameProof } from "./blame-proof.ts";
import { CPU_SHARES } from "./cpu-shares.ts";
import { type Holding, holdWhileRunning } from "./hold-while-running.ts";
import { keepSitePace } from "./keep-site-pace.ts";
import { measureCrawl } from "./measure-crawl.ts";
import { measurePorts } from "./measure-ports.ts";
import { planCrawl } from "./plan-crawl.ts";
import { watchForProof } from "./watch-for-proof.ts";

/** Tools for running Crawls. `secretKeys` decrypt the sites' sign-ins. */
export type CrawlDependencies = { db: Database; queue: Queue; tools: CrawlTools; secretKeys: SecretKeys; log: Log };

/** A Crawl that ended this many workers is given up, because it would end all the others, too. */
const MOST_LOSSES = 5;
const GIVEN_UP = {
  code: "internal",
  message:
    "Something went wrong on our side several times while we crawled this site. We are looking into it; you have lost nothing.",
};

const UNREADABLE_SIGN_IN = {
  code: "sign-in",
  message:
    "We can no longer read the sign-in of this site, because our encryption key was changed. Enter it again in the site's settings.",
};

/**
 * Runs one queued Crawl to its end: finished, failed, or returned to the queue because this worker stops. Does nothing if another worker
 * has it. After a fault of ours (such as a lost database), the Crawl is taken up again when its lease ends.
 */
export async function runCrawl(dependencies: CrawlDependencies, crawlId: string, stopping: AbortSignal): Promise<void> {
  if (stopping.aborted) return;
  const claim = await claimCrawl(dependencies.db, crawlId, serviceClock.now());
  if (!claim) return;
  noteInLog({ crawlId, siteId: claim.siteId, teamId: claim.teamId });
  const span = { parent: claim.traceparent, attributes: { "flawless.crawl": crawlId, "flawless.reason": claim.reason } };
  await inSpan("crawl", span, () => runClaimed(dependencies, claim, stopping));
}

async function runClaimed(dependencies: CrawlDependencies, claim: ClaimedCrawl, stopping: AbortSignal): Promise<void> {
  const log = dependencies.log.child({ attempt: claim.attempt });
  if (claim.losses >= MOST_LOSSES) {
    log.error("crawl given up: its worker fell silent too often");
    await failCrawl({ ...dependencies, now: serviceClock.now() }, claim, GIVEN_UP);
    return;
  }
  const signIn = await openSignIn(dependencies.db, dependencies.secretKeys, claim.siteId);
  if (signIn === "unreadable") {
    log.error("crawl failed: no key opens the site's sign-in; see SECRETS_KEY");
    await failCrawl({ ...dependencies, now: serviceClock.now() }, claim, UNREADABLE_SIGN_IN);
    return;
  }
  log.info({ reason: claim.reason, signIn: signIn?.kind }, "crawl started");
  const holding = holdWhileRunning(dependencies.db, claim, log);
  const endShare = CPU_SHARES.begin();
  let requests = 0;
  const onRequest = () => {
    requests += 1;
  };
  try {
    const run = { ...holding, claim, signIn: signIn ?? undefined, stopping, onRequest, log };
    const { account, close } = await inSpan("visit site", {}, () => visit(dependencies, run));
    try {
      // Recording locks the Crawl. A sign of life would only wait for that, with a connection that other Crawls need.
      await holding.stop();
      if (holding.lost.aborted) log.warn("crawl was stopped, taken over or deleted: this worker drops it");
      else await inSpan("record crawl", {}, () => end(dependencies, claim, account, log));
      if (account.state === "finished" && account.late) await endLate(dependencies, claim, account.late, log);
    } finally {
      await close();
    }
  } catch (error) {
    if (await isLost(dependencies.db, claim, holding.lost))
      log.warn("crawl was stopped, taken over or deleted while it was being recorded");
    else log.error({ err: error }, "crawl broke off: it goes on when its lease ends");
  } finally {
    await holding.stop();
    await noteCost(dependencies.db, claim.crawlId, { cpuMs: endShare(), requests }, log);
  }
}

/** Adds what this attempt took to the Crawl. A fault is logged: the Crawl itself is recorded by then. */
async function noteCost(db: Database, crawlId: string, cost: CrawlCost, log: Log): Promise<void> {
  try {
    await recordCrawlCost(db, crawlId, cost);
  } catch (error) {
    log.warn({ ...cost, err: error }, "the cost of a crawl could not be recorded");
  }
}

/** Returns true if the Crawl was taken over or its Site deleted, which is no fault. A database that does not answer is not a sign of it. */
async function isLost(db: Database, claim: ClaimedCrawl, lost: AbortSignal): Promise<boolean> {
  return lost.aborted || !(await holdsCrawl(db, claim).catch(() => true));
}

type Run = Pick<Holding, "lost" | "report"> & {
  claim: ClaimedCrawl;
  signIn: SiteSignIn | undefined;
  stopping: AbortSignal;
  onRequest(): void;
  log: Log;
};

type Visited = { account: CrawlAccount; close(): Promise<void> };

async function visit({ db, tools }: CrawlDependencies, run: Run): Promise<Visited> {
  const { claim, signIn, lost, report, stopping, onRequest, log } = run;
  const isProven = isProvenSite(claim, tools.client.allowedPrivateHosts);
  const plan = { ...planCrawl(claim, isProven), signIn };
  const { ports: world, close } = makePorts(tools, {
    plan,
    memory: createCrawlMemory(db, claim),
    onProgress: report,
    onRequest,
    onFault: (error, url) => log.error({ err: error, host: new URL(url).host }, "a page met a fault of ours"),
  });
  const { ports, wasSeen } = watchForProof(measurePorts(world), {
    startUrl: claim.startUrl,
    token: claim.proofToken,
    read: tools.client.read,
  });
  const endPace = keepSitePace(tools.client, claim);
  try {
    const account = await crawlSite(plan, ports, AbortSignal.any([stopping, lost]));
    if (wasSeen()) await recordVerified(db, claim.siteId, "tag", serviceClock.now());
    return { account: isProven ? account : blameProof(account, claim.pageLimit), close };
  } catch (error) {
    await close();
    throw error;
  } finally {
    endPace();
  }
}

/** Records what the links that answered slowly say. A fault leaves them to the next Crawl. */
async function endLate({ db, queue }: CrawlDependencies, claim: ClaimedCrawl, late: LateLinks, log: Log): Promise<void> {
  try {
    const end = await late.finish();
    const recorded = await recordLateLinks({ db, queue, now: serviceClock.now() }, claim, { ...end, needsNextCrawl });
    log.info(
      { links: end.targets.length, ...recorded },
      recorded ? "late links recorded" : "late links left to the next crawl",
    );
  } catch (error) {
    log.error({ err: error }, "late links could not be recorded: the next crawl checks them");
  }
}

async function end({ db, queue }: CrawlDependencies, claim: ClaimedCrawl, account: CrawlAccount, log: Log): Promise<void> {
  const { state, failure, ms, stagesMs, pages, notChecked, renderProofs, learnedTraps, linksFound, linksChecked, late } =
    account;
  measureCrawl(claim.reason, account);
  if (state === "interrupted") {
    await releaseCrawl(db, queue, claim);
    log.info({ ms }, "crawl given back");
    return;
  }
  const dependencies = { db, queue, now: serviceClock.now() };
  const checked = { notChecked, linksFound, linksChecked, lateTargets: late?.targets ?? [], needsNextCrawl };
  if (failure) await failCrawl(dependencies, claim, failure);
  else if (claim.onlyPages) await recordPageCheck(dependencies, claim, checked);
  else await recordCrawl(dependencies, claim, { ...checked, renderProofs, learnedTraps });
  log.info({ state, failure: failure?.code, ms, stagesMs, pages }, "crawl ended");
}
