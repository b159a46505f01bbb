import type { Transaction } from "#prisma/client.ts";
import { storable, toStoredJson } from "#prisma/stored-json.ts";
import { MAIL_CONFIDENCE, type Wording, wordingOf } from "#worker/core/checks/finding.ts";
import { createHouseStyle, type HouseStyle } from "#worker/core/checks/style/house-style.ts";
import { coverSeen } from "#worker/core/issues/cover-seen.ts";
import { snoozedTexts } from "#worker/core/issues/decisions/snooze.ts";
import { linkFingerprints } from "#worker/core/issues/fingerprint.ts";
import { gatherSeen } from "#worker/core/issues/gather-seen.ts";
import type { IssueState, KnownIssue, Occurrence, SeenIssue } from "#worker/core/issues/issue.ts";
import type { IssueChange } from "#worker/core/issues/issue-change.ts";
import { narrowToPages } from "#worker/core/issues/narrow-to-pages.ts";
import { trackIssues } from "#worker/core/issues/track-issues.ts";
import { findIgnoreRules } from "../../ignoring/find-ignore-rules.ts";
import { recordHidden } from "../../ignoring/record-hidden.ts";
import { findAllHouseRules } from "../../style/find-house-rules.ts";
import { matchStaleBlocks } from "../../style/match-stale-blocks.ts";
import { findCurrentFindings } from "./find-current-findings.ts";
import { findIgnoredLinks } from "./find-ignored-links.ts";
import { findIncompletePages } from "./find-incomplete-pages.ts";
import { findKnownPlaces } from "./find-known-places.ts";
import { findOnIncompletePages } from "./find-on-incomplete-pages.ts";
import { findReadPages } from "./find-read-pages.ts";
import { findStillPresent } from "./find-still-present.ts";
import { findUnreported } from "./find-unreported.ts";
import { lockKnownIssues } from "./lock-known-issues.ts";
import { lockSiteIssues } from "./lock-site-issues.ts";
import { recordIdentities } from "./record-identities.ts";
import { recordOccurrences } from "./record-occurrences.ts";
import { weighIssues } from "./weigh-issues.ts";

type Step = {
  siteId: string;
  teamId: string;
  /** Null: no Crawl ended, the Team's house style changed. */
  crawlId: string | null;
  baseline: boolean;
  /** True for a Crawl of single pages: only their Issues change, and what is gone from them is fixed at once. Absent: false. */
  isPageCheck?: boolean;
  /** True if the last Crawl saw the same pages missing, but recorded nothing. Absent: false. */
  believesMissing?: boolean;
  needsNextCrawl(rule: string): boolean;
  /** Targets whose verdicts come after the Crawl's end. The step is about these alone, or about everything else. Absent: none is late. */
  late?: { targets: readonly string[]; isStepOfThese: boolean };
  now: Date;
};

const COUNTS_AS_OPEN: ReadonlySet<IssueState> = new Set(["open", "reopened", "recurring", "snoozed"]);
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
  await lockSiteIssues(tx, siteId);
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
  const { seen: seenHere, moved, ...narrowed } = pages ? narrowToPages(everywhere, pages) : everywhere;
  for (const { fingerprint } of locked) if (lateNames.has(fingerprint) !== isStepOfThese) undecided.add(fingerprint);
  const known = await findKnownPlaces(tx, { known: narrowed.known, seen: seenHere, crawlId: step.crawlId });
  const unseen = leftUnseen(known, seenHere);
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
  const textOf = ({ blockHash, excerpt }: Occurrence) => found.blocks.get(blockHash ?? "")?.text ?? excerpt;
  const textsOf = ({ occurrences }: SeenIssue) => snoozedTexts(occurrences.map((place) => ({ text: textOf(place) })));
  const ignoreRules = await findIgnoreRules(tx, siteId);
  const rules = {
    notNews,
    baseline,
    isPageCheck,
    believesMissing: step.believesMissing === true,
    rulesChanged: scope === "style",
    needsNextCrawl,
    ignoreRules,
    textsOf,
    now: step.now,
  };
  const tracked = trackIssues(known, { ...gathered, seen: seenHere }, rules);
  const { changes, seen } = tracked;
  const hasMoved = new Set(moved.map(({ fingerprint }) => fingerprint));
  const movedKnown = locked.filter(({ fingerprint }) => hasMoved.has(fingerprint));
  const elsewhere = coverSeen({ seen: moved, known: movedKnown, undecided, rules: ignoreRules });
  await recordIdentities(tx, tracked);
  const ids = new Map([...movedKnown, ...tracked.known].map(({ fingerprint, id }) => [fingerprint, id]));
  const reworded = await updateWording(tx, seen, ids);
  for (const [fingerprint, id] of await createIssues(tx, step, seen, changes)) ids.set(fingerprint, id);
  await changeStates(tx, changes, step.now);
  const placed = await recordOccurrences(tx, { seen: [...seen, ...elsewhere.seen], issueIds: ids, pageIds, incomplete });
  const hidden = new Map([...tracked.hidden, ...elsewhere.hidden]);
  await recordHidden(tx, { tracked: { ...tracked, hidden }, rules: ignoreRules, pageIds });
  await weighIssues(tx, [...new Set([...reworded, ...placed])]);
  await recordEvents(tx, step, changes, ids);
  const sure = new Set(seen.filter(({ confidence }) => confidence >= MAIL_CONFIDENCE).map(({ fingerprint }) => fingerprint));
  const counted = changes.filter(
    ({ quiet, fingerprint, after }) => after !== "ignored" && (isPageCheck || (baseline ? sure.has(fingerprint) : !quiet)),
  );
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
  const rows = changes.flatMap(({ id, fingerprint, after, held }) => {
    const issue = seenByFingerprint.get(fingerprint);
    if (id !== null || !issue) return [];
    return [{ siteId, fingerprint, ...storableWording(issue), state: after, ...held, openedAt: now }];
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

/** Updates the wording of known Issues: a "404" may be a "410" today, with other suggestions. Returns the ids of changed Issues. */
async function updateWording(tx: Transaction, seen: SeenIssue[], ids: ReadonlyMap<string, string>): Promise<string[]> {
  const rows = seen.flatMap((issue) => {
    const id = ids.get(issue.fingerprint);
    return id === undefined ? [] : [{ id, ...wordingOf(issue) }];
  });
  const changed: string[] = [];
  for (const batch of inBatches(rows)) {
    const reworded = await tx.$queryRaw<{ id: string }[]>`
      UPDATE "Issue" AS issue SET "rule" = now."rule", "severity" = now."severity", "confidence" = now."confidence",
        "message" = now."message", "text" = now."text", "suggestions" = now."suggestions", "excerpt" = now."excerpt", "subject" = now."subject", "updatedAt" = now()
      FROM jsonb_to_recordset(${toStoredJson(batch)}::jsonb) AS now("id" text, "rule" text, "subject" text, "severity" text,
        "confidence" double precision, "message" text, "text" text, "suggestions" text[], "excerpt" text)
      WHERE issue."id" = now."id" AND
        (issue."rule", issue."severity", issue."confidence", issue."message", issue."text", issue."suggestions", issue."excerpt", issue."subject")
        IS DISTINCT FROM (now."rule", now."severity", now."confidence", now."message", now."text", now."suggestions", now."excerpt", now."subject")
      RETURNING issue."id"`;
    changed.push(...reworded.map(({ id }) => id));
  }
  return changed;
}

async function changeStates(tx: Transaction, changes: IssueChange[], now: Date): Promise<void> {
  const known = changes.filter(({ id }) => id !== null);
  const moved = known.filter(({ before, after }) => before !== after);
  const groups = Map.groupBy(moved, ({ after, event }) => `${after} ${event === "woken" || event === "ignored"}`);
  for (const group of groups.values()) {
    const ids = group.map(({ id }) => id).filter((id) => id !== null);
    const [{ after: state, event } = { after: undefined, event: null }] = group;
    // An Issue that wakes or is ignored was found before.
    const isFoundNow = state !== "fixed" && event !== "woken" && event !== "ignored";
    const data = { state, fixedAt: state === "fixed" ? now : null, ...(isFoundNow ? { openedAt: now } : {}) };
    for (const batch of inBatches(ids)) await tx.issue.updateMany({ where: { id: { in: batch } }, data });
  }
  await changeHolds(tx, known);
  for (const group of Map.groupBy(known, ({ course }) => JSON.stringify(course)).values()) {
    const ids = group.map(({ id }) => id).filter((id) => id !== null);
    const [{ course } = { course: undefined }] = group;
    for (const batch of inBatches(ids)) if (course) await tx.issue.updateMany({ where: { id: { in: batch } }, data: course });
  }
}

/** Records what keeps Issues out of the list; a snooze ends with it. */
async function changeHolds(tx: Transaction, changes: readonly IssueChange[]): Promise<void> {
  const held = changes.filter((change) => change.held !== undefined);
  for (const group of Map.groupBy(held, (change) => JSON.stringify(change.held)).values()) {
    const ids = group.map(({ id }) => id).filter((id) => id !== null);
    const data = { ...group[0]?.held, snoozedUntil: null, snoozedTexts: [] };
    for (const batch of inBatches(ids)) await tx.issue.updateMany({ where: { id: { in: batch } }, data });
  }
}

async function recordEvents(
  tx: Transaction,
  { siteId, crawlId, now }: Step,
  changes: IssueChange[],
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = changes.flatMap(({ fingerprint, event, before, quiet, held }) => {
    const issueId = ids.get(fingerprint);
    if (event === null || issueId === undefined) return [];
    const details = held?.ignoreRuleId ? { details: { ignoreRuleId: held.ignoreRuleId } } : {};
    return [{ siteId, crawlId, issueId, kind: event, before, quiet, at: now, ...details }];
  });
  for (const data of inBatches(rows)) await tx.issueEvent.createMany({ data });
}

function inBatches<Row>(rows: Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, index) => rows.slice(index * BATCH, (index + 1) * BATCH));
}
