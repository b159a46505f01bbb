import { MAIL_CONFIDENCE } from "../checks/finding.ts";
import type { IssueEventKind, IssueState, KnownIssue, SeenIssue } from "./issue.ts";

/**
 * State change of one Issue. `id` null: it is new. `event` null: not worth an event (a link failed once, or recovered before it
 * was reported).
 */
export type IssueChange = {
  id: string | null;
  fingerprint: string;
  before: IssueState | null;
  after: IssueState;
  event: Extract<IssueEventKind, "opened" | "fixed" | "reopened"> | null;
  /** Shown in the history, never mailed. */
  quiet: boolean;
};

type Reconcilable = {
  known: KnownIssue[];
  seen: SeenIssue[];
  /** Fingerprints that this Crawl could not decide: they neither open nor fix anything. */
  undecided: ReadonlySet<string>;
  /** Ids of known Issues whose end is not news: other rules or settings withdrew them, or they were never reported. */
  notNews: ReadonlySet<string>;
  /** True on the Site's first finished Crawl: its Issues are the baseline and go into the first report. */
  baseline: boolean;
  /** True if the Team's house style changed: what it finds again in old text is not mailed. */
  rulesChanged?: boolean;
  /** True if a rule's Finding is believed only when the next Crawl sees it again (server errors, time-outs). */
  needsNextCrawl(rule: string): boolean;
};

/**
 * Returns the state changes of Issues after one Crawl:
 * 1. Seen and new: open, or unconfirmed if the rule must be seen twice.
 * 2. Seen and unconfirmed: open, since this is the second time.
 * 3. Seen and fixed: reopened, or unconfirmed again if the rule must be seen twice.
 * 4. Seen and open, reopened, ignored or snoozed: no change.
 * 5. Not seen and undecided: no change. Unknown is not broken, and not fixed either.
 * 6. Not seen and open or reopened: fixed. Not seen and unconfirmed: fixed, without an event.
 * 7. Not seen and fixed, ignored or snoozed: no change.
 * Quiet are: the baseline, low confidence, and old text that only a new rule reports or no longer reports, such as
 * what the Team's changed house style finds there.
 * The same input twice makes no change.
 */
export function reconcileIssues({ known, seen, undecided, notNews, needsNextCrawl, ...kind }: Reconcilable): IssueChange[] {
  const knownByFingerprint = new Map(known.map((issue) => [issue.fingerprint, issue]));
  const seenFingerprints = new Set(seen.map((issue) => issue.fingerprint));
  const stepsOfSeen = seen.flatMap((issue) => {
    const before = knownByFingerprint.get(issue.fingerprint);
    const mustWait = needsNextCrawl(issue.rule);
    return stepOfSeen(issue, before, { ...kind, mustWait });
  });
  const unseen = known.filter((issue) => !seenFingerprints.has(issue.fingerprint) && !undecided.has(issue.fingerprint));
  return [...stepsOfSeen, ...unseen.flatMap((issue) => stepOfUnseen(issue, notNews.has(issue.id)))];
}

function stepOfSeen(
  { fingerprint, confidence, isOldText }: SeenIssue,
  known: KnownIssue | undefined,
  { baseline, rulesChanged = false, mustWait }: { baseline: boolean; rulesChanged?: boolean; mustWait: boolean },
): IssueChange[] {
  const quiet = baseline || confidence < MAIL_CONFIDENCE || (rulesChanged && isOldText);
  const step = { id: known?.id ?? null, fingerprint, before: known?.state ?? null, quiet };
  switch (known?.state) {
    case undefined:
      if (isOldText) return [{ ...step, after: "open", event: "opened", quiet: true }];
      return [mustWait ? { ...step, after: "unconfirmed", event: null } : { ...step, after: "open", event: "opened" }];
    case "unconfirmed":
      return [{ ...step, after: "open", event: "opened" }];
    case "fixed":
      return [mustWait ? { ...step, after: "unconfirmed", event: null } : { ...step, after: "reopened", event: "reopened" }];
    case "open":
    case "reopened":
    case "ignored":
    case "snoozed":
      return [];
  }
}

function stepOfUnseen({ id, fingerprint, state, confidence }: KnownIssue, isNotNews: boolean): IssueChange[] {
  const quiet = isNotNews || confidence < MAIL_CONFIDENCE;
  const step = { id, fingerprint, before: state, after: "fixed", quiet } as const;
  switch (state) {
    case "open":
    case "reopened":
      return [{ ...step, event: "fixed" }];
    case "unconfirmed":
      return [{ ...step, event: null }];
    case "fixed":
    case "ignored":
    case "snoozed":
      return [];
  }
}
