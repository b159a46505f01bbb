import type { Database } from "#prisma/client.ts";
import { hashToken } from "#prisma/secret-token.ts";
import type { CheckId } from "#worker/core/checks/check-kinds.ts";
import { CHECK_IDS } from "#worker/core/checks/check-kinds.ts";
import { MAIL_CONFIDENCE } from "#worker/core/checks/finding.ts";
import { TRIAL_TEAM_ID } from "#worker/core/trial/trial-limits.ts";
import { findLiveFindings, type LiveFinding } from "../crawls/live/find-live-findings.ts";

/**
 * The result of a trial so far. `findings`: at most 20, the most important first once the Crawl has ended. `found`: number of all that are
 * sure. `hints`: number of doubtful ones.
 */
export type TrialView = {
  startUrl: string;
  name: string;
  state: "queued" | "running" | "finished" | "failed";
  /** True if it has waited in the queue for longer than usual. */
  isDelayed: boolean;
  failure: string | null;
  pagesRead: number;
  linksChecked: number;
  findings: LiveFinding[];
  found: number;
  hints: number;
  readAt: Date;
};

const MOST_SHOWN = 20;
const DELAYED_MS = 15_000;

/** Returns the result of the trial with this secret; null if there is none, or it has expired. */
export async function findTrial(db: Database, { token, now }: { token: string; now: Date }): Promise<TrialView | null> {
  const trial = await db.trial.findFirst({
    where: { tokenHash: hashToken(token), expiresAt: { gt: now }, site: { teamId: TRIAL_TEAM_ID } },
    select: { site: { select: { id: true, startUrl: true, name: true, crawls: { take: 1, orderBy: { queuedAt: "desc" } } } } },
  });
  const crawl = trial?.site.crawls[0];
  if (!trial || !crawl) return null;
  const { id: siteId, startUrl, name } = trial.site;
  const state = crawl.state === "cancelled" ? "failed" : crawl.state;
  const result = state === "finished" ? await findIssues(db, siteId) : await findSoFar(db, crawl.id, now);
  return {
    ...{ startUrl, name, state, ...result },
    isDelayed: state === "queued" && now.getTime() - crawl.queuedAt.getTime() > DELAYED_MS,
    failure: crawl.failureMessage,
    pagesRead: Math.max(0, crawl.pagesDone - crawl.pagesFailed),
    linksChecked: crawl.linksChecked,
    readAt: crawl.finishedAt ?? crawl.queuedAt,
  };
}

type Result = Pick<TrialView, "findings" | "found" | "hints">;

async function findSoFar(db: Database, crawlId: string, now: Date): Promise<Result> {
  const live = await findLiveFindings(db, { teamId: TRIAL_TEAM_ID, crawlId, now });
  const findings = live?.findings ?? [];
  return { findings, found: findings.length, hints: 0 };
}

async function findIssues(db: Database, siteId: string): Promise<Result> {
  const open = { siteId, state: "open" as const };
  const sure = { ...open, confidence: { gte: MAIL_CONFIDENCE } };
  const [issues, found, all] = await Promise.all([
    db.issue.findMany({ where: sure, orderBy: [{ weight: "desc" }, { id: "asc" }], take: MOST_SHOWN }),
    db.issue.count({ where: sure }),
    db.issue.count({ where: open }),
  ]);
  const findings = issues.flatMap((issue): LiveFinding[] => {
    const check = CHECK_IDS.find((id): id is CheckId => id === issue.check);
    if (!check) return [];
    const { rule, text, message, suggestions, excerpt, firstUrl, pageCount } = issue;
    return [{ check, rule, text, message, suggestion: suggestions[0] ?? null, excerpt, url: firstUrl, pages: pageCount }];
  });
  return { findings, found, hints: all - found };
}
