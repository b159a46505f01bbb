import { CHECK_KINDS } from "../checks/check-kinds.ts";
import type { DigestItem } from "./digest.ts";

/** An Issue that may be shown in a mail, with what decides its place there. */
export type Candidate = Omit<DigestItem, "alike"> & { rule: string; confidence: number };

/** Issues of one kind from which on only the first is shown. */
const MANY_ALIKE = 3;
const SEVERITY_RANK = { error: 0, warning: 1, hint: 2 } as const;

/**
 * Returns the Issues that a mail shows, at most `most`, the most useful first: the most severe, then the surest that are on most pages. Of many
 * alike (the filler of one template, dead links to one host) it shows one and counts the others.
 */
export function chooseItems(candidates: readonly Candidate[], most: number): DigestItem[] {
  const groups = Map.groupBy(candidates.toSorted(byUse), likeness);
  return [...groups.values()]
    .flatMap(([first, ...others]): Candidate[][] =>
      first === undefined
        ? []
        : others.length + 1 >= MANY_ALIKE
          ? [[first, ...others]]
          : [[first], ...others.map((one) => [one])],
    )
    .toSorted(([one], [other]) => (one && other ? byUse(one, other) : 0))
    .slice(0, most)
    .flatMap(([first, ...others]) => (first ? [shown(first, others.length)] : []));
}

function byUse(one: Candidate, other: Candidate): number {
  return SEVERITY_RANK[one.severity] - SEVERITY_RANK[other.severity] || use(other) - use(one);
}

function use({ confidence, pageCount }: Candidate): number {
  return confidence * (1 + Math.log10(Math.max(1, pageCount)));
}

/** Returns a key that is equal for Issues that are alike. */
function likeness({ check, rule, text, issueId }: Candidate): string {
  switch (CHECK_KINDS[check].alikeBy) {
    case "nothing":
      return issueId;
    case "rule":
      return rule;
    case "host":
      return `${rule} ${URL.parse(text)?.host ?? text}`;
    case "text":
      return `${rule} ${text.toLowerCase()}`;
  }
}

function shown({ rule: _rule, confidence: _confidence, ...item }: Candidate, alike: number): DigestItem {
  return { ...item, alike };
}
