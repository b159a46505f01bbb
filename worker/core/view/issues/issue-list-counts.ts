import { CHECK_IDS, type CheckId, isCheckId } from "../../checks/check-kinds.ts";
import type { IssueState } from "../../issues/issue.ts";
import { type IssueListQuery, type ListState, usualConfidence } from "./issue-list-query.ts";

/** Number of Issues of one state, certainty, check and rule, under all other filters. */
export type KindCount = { state: IssueState; sure: boolean; check: string; rule: string; count: number };

type Confidence = IssueListQuery["confidence"];
/** Numbers of Issues that each choice of a filter would show, with the other filters as they are. */
export type ListCounts = {
  total: number;
  states: Record<ListState, number>;
  confidences: Record<Confidence, number>;
  checks: { check: CheckId; count: number }[];
  /** The most frequent first, then by name. */
  rules: { rule: string; count: number }[];
};

type Kinds = Pick<IssueListQuery, "state" | "confidence" | "check" | "rule">;

/** Returns the counts beside the filters from one table of counts. A choice of a state takes the certainty that is usual in it. */
export function listCounts(kinds: readonly KindCount[], query: Kinds): ListCounts {
  const { state, confidence, check, rule } = query;
  const countOf = (wanted: Kinds) => kinds.reduce((sum, kind) => (fits(kind, wanted) ? sum + kind.count : sum), 0);
  const rules = new Map<string, number>();
  for (const kind of kinds)
    if (fits(kind, { ...query, rule: undefined })) rules.set(kind.rule, (rules.get(kind.rule) ?? 0) + kind.count);
  const inState = (other: ListState) =>
    countOf({ ...query, state: other, confidence: other === state ? confidence : usualConfidence(other) });
  const withConfidence = (other: Confidence) => countOf({ ...query, confidence: other });
  return {
    total: countOf({ state, confidence, check, rule }),
    states: {
      open: inState("open"),
      recurring: inState("recurring"),
      snoozed: inState("snoozed"),
      ignored: inState("ignored"),
      fixed: inState("fixed"),
    },
    confidences: { sure: withConfidence("sure"), hints: withConfidence("hints"), all: withConfidence("all") },
    checks: CHECK_IDS.map((other) => ({ check: other, count: countOf({ ...query, check: other, rule: undefined }) })),
    rules: [...rules]
      .map(([name, count]) => ({ rule: name, count }))
      .sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1)),
  };
}

function fits(kind: KindCount, { state, confidence, check, rule }: Kinds): boolean {
  if ((check !== undefined && kind.check !== check) || (rule !== undefined && kind.rule !== rule)) return false;
  if (!isCheckId(kind.check)) return false;
  if (state !== "open") return kind.state === state && (confidence === "all" || kind.sure === (confidence === "sure"));
  const isOpen = kind.state === "open" || kind.state === "reopened";
  if (kind.state === "unconfirmed") return confidence !== "sure";
  return isOpen && (confidence === "all" || kind.sure === (confidence === "sure"));
}
