import { MAIL_CONFIDENCE } from "../checks/finding.ts";
import { isUnread, judgeAbsence } from "./absence.ts";
import { type KnownIssue, NEW_COURSE } from "./issue.ts";
import { type IssueChange, RELEASED } from "./issue-change.ts";

/** Crawls in a row that must miss an Issue that came and went before it counts as fixed. */
const GONE_AFTER = 10;

/**
 * `isNotNews`: its end is not mailed. `isCrawl`: a Crawl looked for it; otherwise only the rules changed. `isPageCheck`: a person who
 * changed the page asked for it. `believesMissing`: the last Crawl saw the same pages missing, but recorded nothing.
 */
type Kind = { isNotNews: boolean; isCrawl: boolean; isPageCheck: boolean; believesMissing: boolean };

/**
 * Returns the change of an Issue that was not seen:
 * 1. Open or reopened: fixed, at once where the text around it shows the correction. A link, a text that is gone, that another one replaced or
 *    that went with its page, and one that came back before wait for a second look: two Crawls in a row that read the page without it.
 * 2. Waiting, and its place has yet another text: recurring, since that place rotates. If it is empty now, or was, the wait begins again.
 * 3. Recurring: fixed after many Crawls in a row, never mailed.
 * 4. Unconfirmed: fixed, without an event.
 * 5. Open, reopened or recurring, on pages that this Crawl could not read: no change, and a first look before does not count.
 * 6. Snoozed: as if it was open, except that it stays snoozed where its place rotates. Ignored by a rule: the same, and never mailed.
 * 7. Fixed, or ignored by a person: no change.
 * In a Crawl of single pages, an open one is fixed at once, and a recurring one does not change.
 */
export function stepOfUnseen(issue: KnownIssue, { isNotNews, isCrawl, isPageCheck, believesMissing }: Kind): IssueChange[] {
  const { id, fingerprint, state, confidence, course } = issue;
  const quiet = isNotNews || confidence < MAIL_CONFIDENCE;
  const step = { id, fingerprint, before: state, course: { ...NEW_COURSE, returns: course.returns }, quiet };
  const missed = { ...course, met: 0, missed: course.missed + 1 };
  if (isPageCheck && isUnread(issue)) return [];
  switch (state) {
    case "open":
    case "reopened":
      return stepOfOpen();
    case "recurring":
      if (isPageCheck && !isNotNews) return [];
      if (isCrawl && !isNotNews && isUnread(issue)) return [];
      if (isNotNews || !isCrawl || missed.missed >= GONE_AFTER)
        return [{ ...step, after: "fixed", event: "fixed", quiet: true }];
      return [{ ...step, after: "recurring", event: null, course: missed }];
    case "unconfirmed":
      return [{ ...step, after: "fixed", event: null }];
    case "snoozed":
      return stepOfOpen().map(released);
    case "ignored":
      return issue.ignoredBy === undefined ? [] : stepOfOpen().map((change) => ({ ...released(change), quiet: true }));
    case "fixed":
      return [];
  }

  function released(change: IssueChange): IssueChange {
    return change.after === "fixed" ? { ...change, held: RELEASED } : { ...change, after: state };
  }

  /** A place that rotates may have shown the mistake on a day without a look. */
  function forgetFirstLook(): IssueChange[] {
    if (course.missed === 0) return [];
    return [{ ...step, after: state, event: null, course: { ...course, missed: 0, successor: null } }];
  }

  function stepOfOpen(): IssueChange[] {
    const { kind, successor } = judgeAbsence(issue);
    // A server may lose its pages for a day.
    const isUnsureGone = kind === "pages-gone" && !believesMissing;
    const isUnsure = kind !== "corrected" && kind !== "pages-gone";
    const mayWait = (isUnsure || isUnsureGone || course.returns > 0) && isCrawl && !isNotNews && !isPageCheck;
    if (mayWait && isUnread(issue)) return forgetFirstLook();
    if (mayWait && course.missed === 0) return [{ ...step, after: state, event: null, course: { ...missed, successor } }];
    if (mayWait && successor !== course.successor) {
      // An empty place does not rotate: what stood there may have moved. This is the first look at it.
      const isEmptied = issue.check !== "links" && (successor === null || course.successor === null);
      if (isEmptied) return [{ ...step, after: state, event: null, course: { ...missed, missed: 1, successor } }];
      const rotates = { ...missed, returns: Math.max(course.returns, 1) };
      return [{ ...step, after: "recurring", event: null, course: rotates }];
    }
    // The first return was mailed; a second end that no person's correction explains is no news.
    return [{ ...step, after: "fixed", event: "fixed", quiet: quiet || (isUnsure && state === "reopened") }];
  }
}
