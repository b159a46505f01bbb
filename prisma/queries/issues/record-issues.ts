import type { Transaction } from "#prisma/client.ts";
import { storable, toStoredJson } from "#prisma/stored-json.ts";
import { MAIL_CONFIDENCE, type Wording, wordingOf } from "#worker/core/checks/finding.ts";
import { gatherSeen } from "#worker/core/issues/gather-seen.ts";
import type { IssueState, KnownIssue, SeenIssue } from "#worker/core/issues/issue.ts";
import type { IssueChange } from "#worker/core/issues/reconcile-issues.ts";
import { reconcileIssues } from "#worker/core/issues/reconcile-issues.ts";
import { findCurrentFindings } from "./find-current-findings.ts";
import { findIgnoredLinks } from "./find-ignored-links.ts";
import { findIncompletePages } from "./find-incomplete-pages.ts";
import { findOnIncompletePages } from "./find-on-incomplete-pages.ts";
import { findStillPresent } from "./find-still-present.ts";
import { findUnreported } from "./find-unreported.ts";
import { recordOccurrences } from "./record-occurrences.ts";

type Step = {
  siteId: string;
  teamId: string;
  crawlId: string;
  baseline: boolean;
  needsNextCrawl(rule: string): boolean;
  now: Date;
};

const COUNTS_AS_OPEN: ReadonlySet<IssueState> = new Set(["open", "reopened"]);
/** Rows per statement. */
const BATCH = 1_000;

/**
 * Updates the Site's Issues after a Crawl from the current pages: states, events, wording and occurrences. Locks the Issues, so
 * that a person's decision comes before or after, never between. Returns the numbers opened and fixed as mailed, without
 * uncertain ones.
 */
export async function recordIssues(tx: Transaction, step: Step): Promise<{ opened: number; fixed: number }> {
  const { siteId, baseline, needsNextCrawl } = step;
  const known = await tx.$queryRaw<KnownIssue[]>`
    SELECT "id", "fingerprint", "state"::text AS "state", "confidence" FROM "Issue" WHERE "siteId" = ${siteId} ORDER BY "id" FOR UPDATE`;
  const { pageIds, ...found } = await findCurrentFindings(tx, step);
  const { seen, undecided } = gatherSeen({ ...found, now: step.now });
  const unseen = leftUnseen(known, seen);
  const incomplete = await findIncompletePages(tx, siteId);
  for (const fingerprint of await findOnIncompletePages(tx, unseen, incomplete)) undecided.add(fingerprint);
  const ignored = await findIgnoredLinks(tx, unseen, found.ignoredLinks);
  const notNews = new Set([...(await findStillPresent(tx, unseen)), ...(await findUnreported(tx, unseen)), ...ignored]);
  const changes = reconcileIssues({ known, seen, undecided, notNews, baseline, needsNextCrawl });
  const ids = new Map(known.map(({ fingerprint, id }) => [fingerprint, id]));
  await updateWording(tx, seen, ids);
  for (const [fingerprint, id] of await createIssues(tx, step, seen, changes)) ids.set(fingerprint, id);
  await changeStates(tx, changes, step.now);
  await recordOccurrences(tx, { seen, issueIds: ids, pageIds, incomplete });
  await recordEvents(tx, step, changes, ids);
  const sure = new Set(seen.filter(({ confidence }) => confidence >= MAIL_CONFIDENCE).map(({ fingerprint }) => fingerprint));
  const mailed = changes.filter(({ quiet, fingerprint }) => (baseline ? sure.has(fingerprint) : !quiet));
  return {
    opened: mailed.filter(({ event }) => event === "opened" || event === "reopened").length,
    fixed: mailed.filter(({ event }) => event === "fixed").length,
  };
}

/** Returns the ids of open Issues that were not seen. */
function leftUnseen(known: KnownIssue[], seen: SeenIssue[]): string[] {
  const seenFingerprints = new Set(seen.map(({ fingerprint }) => fingerprint));
  const unseen = known.filter(({ state, fingerprint }) => COUNTS_AS_OPEN.has(state) && !seenFingerprints.has(fingerprint));
  return unseen.map(({ id }) => id);
}

async function createIssues(tx: Transaction, { siteId, now }: Step, seen: SeenIssue[], changes: IssueChange[]) {
  const seenByFingerprint = new Map(seen.map((issue) => [issue.fingerprint, issue]));
  const rows = changes.flatMap(({ id, fingerprint, after }) => {
    const issue = seenByFingerprint.get(fingerprint);
    if (id !== null || !issue) return [];
    return [{ siteId, fingerprint, ...storableWording(issue), state: after, openedAt: now }];
  });
  const created = new Map<string, string>();
  for (const data of inBatches(rows)) {
    const written = await tx.issue.createManyAndReturn({ data, select: { id: true, fingerprint: true } });
    for (const { id, fingerprint } of written) created.set(fingerprint, id);
  }
  return created;
}

function storableWording(issue: SeenIssue): Wording {
  const wording = wordingOf(issue);
  return {
    ...wording,
    message: storable(wording.message),
    text: storable(wording.text),
    excerpt: storable(wording.excerpt),
    subject: storable(wording.subject),
    suggestions: wording.suggestions.map(storable),
  };
}

/** Updates the wording of known Issues: the reason may change ("404" yesterday, "410" today), and so may the suggestions. */
async function updateWording(tx: Transaction, seen: SeenIssue[], ids: ReadonlyMap<string, string>): Promise<void> {
  const rows = seen.flatMap((issue) => {
    const id = ids.get(issue.fingerprint);
    return id === undefined ? [] : [{ id, ...wordingOf(issue) }];
  });
  for (const batch of inBatches(rows)) {
    await tx.$executeRaw`
      UPDATE "Issue" AS issue SET "rule" = now."rule", "severity" = now."severity", "confidence" = now."confidence",
        "message" = now."message", "text" = now."text", "suggestions" = now."suggestions", "excerpt" = now."excerpt", "updatedAt" = now()
      FROM jsonb_to_recordset(${toStoredJson(batch)}::jsonb) AS now("id" text, "rule" text, "severity" text,
        "confidence" double precision, "message" text, "text" text, "suggestions" text[], "excerpt" text)
      WHERE issue."id" = now."id" AND
        (issue."rule", issue."severity", issue."confidence", issue."message", issue."text", issue."suggestions", issue."excerpt")
        IS DISTINCT FROM (now."rule", now."severity", now."confidence", now."message", now."text", now."suggestions", now."excerpt")`;
  }
}

async function changeStates(tx: Transaction, changes: IssueChange[], now: Date): Promise<void> {
  const idsByState = Map.groupBy(changes, ({ after }) => after);
  for (const [state, group] of idsByState) {
    const ids = group.map(({ id }) => id).filter((id) => id !== null);
    const when = state === "fixed" ? { fixedAt: now } : { fixedAt: null, openedAt: now };
    for (const batch of inBatches(ids)) await tx.issue.updateMany({ where: { id: { in: batch } }, data: { state, ...when } });
  }
}

async function recordEvents(
  tx: Transaction,
  { siteId, crawlId, now }: Step,
  changes: IssueChange[],
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = changes.flatMap(({ fingerprint, event, before, quiet }) => {
    const issueId = ids.get(fingerprint);
    return event === null || issueId === undefined ? [] : [{ siteId, crawlId, issueId, kind: event, before, quiet, at: now }];
  });
  for (const data of inBatches(rows)) await tx.issueEvent.createMany({ data });
}

function inBatches<Row>(rows: Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, index) => rows.slice(index * BATCH, (index + 1) * BATCH));
}
