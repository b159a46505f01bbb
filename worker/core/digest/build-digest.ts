import type { IssueEventKind, IssueState } from "../issues/issue.ts";
import { type Candidate, chooseItems } from "./choose-items.ts";
import type { Digest } from "./digest.ts";
import { SHOWN_IN_MAIL } from "./shown-in-mail.ts";

/**
 * An IssueEvent not yet mailed to a recipient, with its Issue's current state. Oldest first; quiet events are already left out.
 */
export type UnreportedEvent = { kind: IssueEventKind; state: IssueState; item: Omit<Candidate, "reopened"> };

type DigestSource = Omit<Digest, "opened" | "openedCount" | "fixed" | "fixedCount"> & { events: UnreportedEvent[] };

/**
 * Builds the digest of changes since a recipient's last mail, by the net effect on each Issue: one that opened and was fixed in
 * between is left out. Returns null if nothing is left.
 */
export function buildDigest({ events, ...facts }: DigestSource): Digest | null {
  const opened: Candidate[] = [];
  const fixed: Candidate[] = [];
  for (const history of groupByIssue(events)) {
    const [first] = history;
    const last = history.at(-1);
    if (!first || !last) continue;
    const wasOpen = first.kind === "fixed";
    const isOpen = last.state === "open" || last.state === "reopened";
    if (!wasOpen && isOpen) opened.push({ ...last.item, reopened: first.kind === "reopened" });
    if (wasOpen && last.state === "fixed") fixed.push({ ...last.item, reopened: false });
  }
  if (opened.length + fixed.length === 0) return null;
  return {
    ...facts,
    opened: chooseItems(opened, SHOWN_IN_MAIL.opened),
    openedCount: opened.length,
    fixed: chooseItems(fixed, SHOWN_IN_MAIL.fixed),
    fixedCount: fixed.length,
  };
}

function groupByIssue(events: UnreportedEvent[]): UnreportedEvent[][] {
  const groups = new Map<string, UnreportedEvent[]>();
  for (const event of events) {
    const group = groups.get(event.item.issueId);
    if (group) group.push(event);
    else groups.set(event.item.issueId, [event]);
  }
  return [...groups.values()];
}
