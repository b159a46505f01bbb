import { MAIL_CONFIDENCE } from "../checks/finding.ts";
import { haveTextsChanged } from "./decisions/snooze.ts";
import { type IssueCourse, type IssueState, type KnownIssue, NEW_COURSE, type SeenIssue } from "./issue.ts";
import { type IssueChange, RELEASED } from "./issue-change.ts";
import { stepOfUnseen } from "./step-of-unseen.ts";

type Reconcilable = {
  known: KnownIssue[];
  seen: SeenIssue[];
  /** Fingerprints that this Crawl could not decide: they neither open nor fix anything. */
  undecided: ReadonlySet<string>;
  /** Ids of known Issues whose end is not news: other rules or settings withdrew them, or they were never reported. */
  notNews: ReadonlySet<string>;
  /** True on the Site's first finished Crawl: its Issues are the baseline and go into the first report. */
  baseline: boolean;
  /** True if the Team's house style changed and no Crawl took place: what it finds again in old text is not mailed. */
  rulesChanged?: boolean;
  /** True for a Crawl of single pages that a person asked for: a look between two Crawls, which confirms nothing that needs time. */
  isPageCheck?: boolean;
  /** True if the last Crawl saw most pages missing and recorded nothing, so that this one is the second look. */
  believesMissing?: boolean;
  /** True if a rule's Finding is believed only when the next Crawl sees it again (server errors, time-outs). */
  needsNextCrawl(rule: string): boolean;
  now?: Date;
  /** Returns the identities of the texts that have an Issue, to compare them with those at the start of a snooze. */
  textsOf?(issue: SeenIssue): string[];
};

/** Crawls in a row that must see an Issue that came and went before it counts as open again. */
const STEADY_AFTER = 10;

/**
 * Returns the state changes of Issues after one Crawl:
 * 1. Seen and new: open, or unconfirmed if the rule must be seen twice.
 * 2. Seen and unconfirmed: open, since this is the second time.
 * 3. Seen and fixed: reopened, or unconfirmed again if the rule must be seen twice. From the second time on: recurring.
 * 4. Seen and open or reopened: no change. If Crawls missed it twice meanwhile: recurring, since it comes and goes.
 * 5. Seen and recurring: no change. After many Crawls in a row: open.
 * 6. Seen and ignored by a person: no change. Seen and snoozed: it wakes when its day has come or when it is in another text.
 * 7. Not seen and undecided: no change. Unknown is not broken, and not fixed either.
 * 8. Not seen: see step-of-unseen.ts.
 * 9. Seen and ignored by an IgnoreRule: ignored. When no rule ignores it any more, because the site changed, it is new.
 * In a Crawl of single pages, a person tries out changes: what must be seen twice waits for the next whole Crawl, and what returns does not
 * count as coming and going.
 * Quiet are: the baseline, what a rule ignores, the end of a snooze, low confidence, what comes and goes, and old text that only a new rule reports or no longer reports, such as
 * what the Team's changed house style finds there.
 */
export function reconcileIssues({ known, seen, undecided, notNews, needsNextCrawl, ...kind }: Reconcilable): IssueChange[] {
  const knownByFingerprint = new Map(known.map((issue) => [issue.fingerprint, issue]));
  const seenFingerprints = new Set(seen.map((issue) => issue.fingerprint));
  const stepsOfSeen = seen.flatMap((issue) => {
    const before = knownByFingerprint.get(issue.fingerprint);
    const mustWait = needsNextCrawl(issue.rule);
    if (before?.state === "snoozed") return stepOfSnoozed(issue, before, kind);
    const { ignoredBy } = issue;
    if (ignoredBy !== undefined) return stepOfCovered({ ...issue, ignoredBy }, before);
    return stepOfSeen(issue, before, { ...kind, mustWait });
  });
  const unseen = known.filter((issue) => !seenFingerprints.has(issue.fingerprint) && !undecided.has(issue.fingerprint));
  const steps = unseen.flatMap((issue) =>
    stepOfUnseen(issue, {
      isNotNews: notNews.has(issue.id),
      isCrawl: kind.rulesChanged !== true,
      isPageCheck: kind.isPageCheck === true,
      believesMissing: kind.believesMissing === true,
    }),
  );
  return [...stepsOfSeen, ...steps];
}

type Kind = Pick<Reconcilable, "baseline" | "rulesChanged" | "isPageCheck"> & { mustWait: boolean };

function stepOfSeen(issue: SeenIssue, known: KnownIssue | undefined, kind: Kind): IssueChange[] {
  const { fingerprint, confidence, isOldText } = issue;
  const { baseline, rulesChanged = false, isPageCheck = false, mustWait } = kind;
  const quiet = baseline || confidence < MAIL_CONFIDENCE || (rulesChanged && isOldText);
  const course = { ...NEW_COURSE, returns: known?.course.returns ?? 0 };
  const step = { id: known?.id ?? null, fingerprint, before: known?.state ?? null, course, quiet };
  switch (known?.state) {
    case undefined:
      if (isOldText) return [{ ...step, after: "open", event: "opened", quiet: true }];
      return [mustWait ? { ...step, after: "unconfirmed", event: null } : { ...step, after: "open", event: "opened" }];
    case "unconfirmed":
      return isPageCheck && mustWait ? [] : [{ ...step, after: "open", event: "opened" }];
    case "fixed":
      if (mustWait) return [{ ...step, after: "unconfirmed", event: null }];
      return [isPageCheck ? { ...step, after: "reopened", event: "reopened" } : { ...step, ...cameBack(known.course, quiet) }];
    case "open":
    case "reopened":
      return known.course.missed === 0 ? [] : [{ ...step, ...wasMissed(known) }];
    case "recurring":
      return isPageCheck ? [] : stepOfRecurring(known);
    case "ignored":
      if (known.ignoredBy === undefined) return [];
      if (mustWait) return [{ ...step, after: "unconfirmed", event: null, held: RELEASED }];
      return [{ ...step, after: "open", event: "opened", held: RELEASED }];
    case "snoozed":
      return [];
  }
}

/** States in which an Issue is listed, so that a rule that ignores it takes it out. */
const LISTED: ReadonlySet<IssueState> = new Set(["open", "reopened", "unconfirmed", "recurring"]);

function stepOfCovered(issue: SeenIssue & { ignoredBy: string }, known: KnownIssue | undefined): IssueChange[] {
  const { fingerprint, ignoredBy } = issue;
  const step = { id: known?.id ?? null, fingerprint, before: known?.state ?? null, after: "ignored", quiet: true } as const;
  const course = known?.course ?? NEW_COURSE;
  if (!known) return [{ ...step, event: "opened", course, held: { ignoreRuleId: ignoredBy, resumeState: "open" } }];
  if (known.state === "ignored") {
    if (known.ignoredBy === undefined || known.ignoredBy === ignoredBy) return [];
    return [{ ...step, event: null, course, held: { ignoreRuleId: ignoredBy, resumeState: known.snooze?.resume ?? "open" } }];
  }
  const resumeState = LISTED.has(known.state) ? known.state : "open";
  return [{ ...step, event: "ignored", course, held: { ignoreRuleId: ignoredBy, resumeState } }];
}

/** A snoozed Issue wakes quietly: it was mailed before, and its owner chose when to see it again. */
function stepOfSnoozed(
  issue: SeenIssue,
  { id, state, course, snooze }: KnownIssue,
  { now, textsOf }: Pick<Reconcilable, "now" | "textsOf">,
): IssueChange[] {
  const { fingerprint, ignoredBy } = issue;
  const met = { ...course, missed: 0, successor: null };
  const step = { id, fingerprint, before: state, course: met, quiet: true };
  const isDue = snooze?.until
    ? now !== undefined && snooze.until <= now
    : haveTextsChanged(snooze?.texts ?? [], textsOf?.(issue) ?? []);
  if (!isDue) return course.missed === 0 ? [] : [{ ...step, after: state, event: null }];
  const resume = snooze?.resume ?? "open";
  if (ignoredBy !== undefined)
    return [{ ...step, after: "ignored", event: "ignored", held: { ignoreRuleId: ignoredBy, resumeState: resume } }];
  return [{ ...step, after: resume, event: "woken", held: RELEASED }];
}

/** The first return of a fixed Issue is news; the later ones show that it comes and goes. */
function cameBack(course: IssueCourse, quiet: boolean): Pick<IssueChange, "after" | "event" | "course" | "quiet"> {
  const isFirst = course.returns === 0;
  return { after: isFirst ? "reopened" : "recurring", event: "reopened", course: returned(course), quiet: quiet || !isFirst };
}

/** One miss may be a bad day of the site or its server. */
function wasMissed({ state, course }: KnownIssue): Pick<IssueChange, "after" | "event" | "course"> {
  return { after: course.returns === 0 ? state : "recurring", event: null, course: returned(course) };
}

function returned({ returns }: IssueCourse): IssueCourse {
  return { ...NEW_COURSE, met: 1, returns: returns + 1 };
}

function stepOfRecurring({ id, fingerprint, course }: KnownIssue): IssueChange[] {
  const step = { id, fingerprint, before: "recurring", event: null, quiet: true } as const;
  const met = course.met + 1;
  if (met >= STEADY_AFTER) return [{ ...step, after: "open", course: NEW_COURSE }];
  return [{ ...step, after: "recurring", course: { ...NEW_COURSE, met, returns: course.returns } }];
}
