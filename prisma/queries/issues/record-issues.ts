import type { Transaction } from "#prisma/client.ts";
import { storable, toStoredJson } from "#prisma/stored-json.ts";
import { MAIL_CONFIDENCE, type Wording, wordingOf } from "#worker/core/checks/finding.ts";
import { createHouseStyle, type HouseStyle } from "#worker/core/checks/style/house-style.ts";
import { linkFingerprints } from "#worker/core/issues/fingerprint.ts";
import { gatherSeen } from "#worker/core/issues/gather-seen.ts";
import type { IssueState, KnownIssue, SeenIssue } from "#worker/core/issues/issue.ts";
import type { IssueChange } from "#worker/core/issues/issue-change.ts";
import { narrowToPages } from "#worker/core/issues/narrow-to-pages.ts";
import { trackIssues } from "#worker/core/issues/track-issues.ts";
import { findAllHouseRules } from "../style/find-house-rules.ts";
import { matchStaleBlocks } from "../style/match-stale-blocks.ts";
import { findCurrentFindings } from "./find-current-findings.ts";
import { findIgnoredLinks } from "./find-ignored-links.ts";
import { findIncompletePages } from "./find-incomplete-pages.ts";
import { findKnownPlaces } from "./find-known-places.ts";
import { findOnIncompletePages } from "./find-on-incomplete-pages.ts";
import { findReadPages } from "./find-read-pages.ts";
import { findStillPresent } from "./find-still-present.ts";
import { findUnreported } from "./find-unreported.ts";
import { lockKnownIssues } from "./lock-known-issues.ts";
import { recordIdentities } from "./record-identities.ts";
import { recordOccurrences } from "./record-occurrences.ts";

type Step = {
  siteId: string;
  teamId: string;
  /** Null: no Crawl ended, the Team's house style changed. */
  crawlId: string | null;
  baseline: boolean;
  /** True for a Crawl of single pages: only their Issues change, and what is gone from them is fixed at once. Absent: false. */
  isPageCheck?: boolean;
  needsNextCrawl(rule: string): boolean;
  /** Targets whose verdicts come after the Crawl's end. The step is about these alone, or about everything else. Absent: none is late. */
  late?: { targets: readonly string[]; isStepOfThese: boolean };
  now: Date;
};

const COUNTS_AS_OPEN: ReadonlySet<IssueState> = new Set(["open", "reopened", "recurring"]);
/** Rows per statement. */
const BATCH = 1_000;

/** `style`, `links`: the Issues of that check only. */
type Scope = "all" | "style" | "links";
type Steps = { opened: number; fixed: number };

/**
 * Updates the Site's Issues after a Crawl, or after a change of the Team's house style, from the current pages: states, events,
 * wording and occurrences. Locks the Issues, so that a person's decision comes before or after, never between. A changed house style
 * is applied first, by itself: what it finds in old text is not mailed. Returns the numbers opened and fixed: as mailed, or for a Crawl
 * of single pages as shown.
 */
export async function recordIssues(tx: Transaction, step: Step): Promise<Steps> {
  const { siteId, teamId, crawlId, baseline } = step;
  // The end of a Crawl and a change of the house style may come at the same moment: both could open the same Issue.
  await tx.$queryRaw`SELECT 1 AS "locked" FROM pg_advisory_xact_lock(hashtextextended(${`issues ${siteId}`}, 0))`;
  const style = createHouseStyle(await findAllHouseRules(tx, teamId));
  if (step.late?.isStepOfThese) return await takeStep(tx, step, style, "links");
  await matchStaleBlocks(tx, siteId, style);
  const { styleVersion } = await tx.site.findUniqueOrThrow({ where: { id: siteId }, select: { styleVersion: true } });
  const isChanged = styleVersion !== style.version;
  const first = isChanged && !baseline ? await takeStep(tx, step, style, "style") : { opened: 0, fixed: 0 };
  const second = crawlId === null ? { opened: 0, fixed: 0 } : await takeStep(tx, step, style, "all");
  if (isChanged) await tx.site.update({ where: { id: siteId }, data: { styleVersion: style.version } });
  if (step.isPageCheck) return second;
  return { opened: first.opened + second.opened, fixed: first.fixed + second.fixed };
}

async function takeStep(tx: Transaction, step: Step, style: HouseStyle, scope: Scope): Promise<Steps> {
  const { siteId, teamId, baseline, needsNextCrawl } = step;
  const isPageCheck = step.isPageCheck === true && scope !== "style";
  const locked = await lockKnownIssues(tx, siteId, scope);
  const { pageIds, ...found } = await findCurrentFindings(tx, {
    siteId,
    teamId,
    style,
    scope: scope === "style" ? "style" : "all",
  });
  const { targets: late = [], isStepOfThese = false } = step.late ?? {};
  const [lateTargets, lateNames] = [new Set(late), new Set(late.flatMap((target) => linkFingerprints(target)))];
  for (const [target, verdict] of found.verdicts)
    if (lateTargets.has(target) !== isStepOfThese)
      found.verdicts.set(target, { ...verdict, state: "unknown", rule: "links/unknown" });
  const gathered = gatherSeen({ ...found, now: step.now });
  const { undecided } = gathered;
  const allSeen = scope === "links" ? gathered.seen.filter(({ check }) => check === "links") : gathered.seen;
  const pages = isPageCheck && step.crawlId !== null ? await findReadPages(tx, siteId, step.crawlId) : null;
  const everywhere = { known: locked, seen: allSeen, moved: [] };
  const { seen, moved, ...narrowed } = pages ? narrowToPages(everywhere, pages) : everywhere;
  for (const { fingerprint } of locked) if (lateNames.has(fingerprint) !== isStepOfThese) undecided.add(fingerprint);
  const known = await findKnownPlaces(tx, { known: narrowed.known, seen, crawlId: step.crawlId });
  const unseen = leftUnseen(known, seen);
  const incomplete = await findIncompletePages(tx, siteId);
  for (const fingerprint of await findOnIncompletePages(tx, unseen, incomplete)) undecided.add(fingerprint);
  const ignored = await findIgnoredLinks(tx, unseen, found.ignoredLinks);
  const isOfRequired = (subject: string) => style.requiredSubjects.includes(subject);
  const takenBack = known.filter(({ check, subject }) => check === "style" && !style.isInForce(subject));
  // An exception for a page does not mean that the page has the text now.
  const excepted = scope === "style" ? known.filter(({ subject }) => isOfRequired(subject)) : [];
  for (const { fingerprint } of takenBack) undecided.delete(fingerprint);
  const ended = [...ignored, ...[...takenBack, ...excepted].map(({ id }) => id)];
  const notNews = new Set([...(await findStillPresent(tx, unseen)), ...(await findUnreported(tx, unseen)), ...ended]);
  const rules = { notNews, baseline, isPageCheck, rulesChanged: scope === "style", needsNextCrawl };
  const tracked = trackIssues(known, { ...gathered, seen }, rules);
  const { changes } = tracked;
  await recordIdentities(tx, tracked);
  const hasMoved = new Set(moved.map(({ fingerprint }) => fingerprint));
  const going = [...locked.filter(({ fingerprint }) => hasMoved.has(fingerprint)), ...tracked.known];
  const ids = new Map(going.map(({ fingerprint, id }) => [fingerprint, id]));
  await updateWording(tx, seen, ids);
  for (const [fingerprint, id] of await createIssues(tx, step, seen, changes)) ids.set(fingerprint, id);
  await changeStates(tx, changes, step.now);
  await recordOccurrences(tx, { seen: [...seen, ...moved], issueIds: ids, pageIds, incomplete });
  await recordEvents(tx, step, changes, ids);
  const sure = new Set(seen.filter(({ confidence }) => confidence >= MAIL_CONFIDENCE).map(({ fingerprint }) => fingerprint));
  const counted = changes.filter(({ quiet, fingerprint }) => isPageCheck || (baseline ? sure.has(fingerprint) : !quiet));
  return {
    opened: counted.filter(({ event }) => event === "opened" || event === "reopened").length,
    fixed: counted.filter(({ event }) => event === "fixed").length,
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
        "message" = now."message", "text" = now."text", "suggestions" = now."suggestions", "excerpt" = now."excerpt", "subject" = now."subject", "updatedAt" = now()
      FROM jsonb_to_recordset(${toStoredJson(batch)}::jsonb) AS now("id" text, "rule" text, "subject" text, "severity" text,
        "confidence" double precision, "message" text, "text" text, "suggestions" text[], "excerpt" text)
      WHERE issue."id" = now."id" AND
        (issue."rule", issue."severity", issue."confidence", issue."message", issue."text", issue."suggestions", issue."excerpt", issue."subject")
        IS DISTINCT FROM (now."rule", now."severity", now."confidence", now."message", now."text", now."suggestions", now."excerpt", now."subject")`;
  }
}

async function changeStates(tx: Transaction, changes: IssueChange[], now: Date): Promise<void> {
  const known = changes.filter(({ id }) => id !== null);
  const moved = known.filter(({ before, after }) => before !== after);
  for (const [state, group] of Map.groupBy(moved, ({ after }) => after)) {
    const ids = group.map(({ id }) => id).filter((id) => id !== null);
    const when = state === "fixed" ? { fixedAt: now } : { fixedAt: null, openedAt: now };
    for (const batch of inBatches(ids)) await tx.issue.updateMany({ where: { id: { in: batch } }, data: { state, ...when } });
  }
  for (const group of Map.groupBy(known, ({ course }) => JSON.stringify(course)).values()) {
    const ids = group.map(({ id }) => id).filter((id) => id !== null);
    const [{ course } = { course: undefined }] = group;
    for (const batch of inBatches(ids)) if (course) await tx.issue.updateMany({ where: { id: { in: batch } }, data: course });
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
