import { CHECK_KINDS, isCheckId } from "../../checks/check-kinds.ts";
import type { IgnoreScope } from "../../issues/decisions/issue-decision.ts";
import { shownAddress, shownPath } from "../shown-address.ts";

type Ignored = { scope: IgnoreScope; rule: string | null; target: string | null; text: string | null; url: string | null };

/** Says what a rule ignores, and the kind of the rule. */
export function ignoredWords({ scope, rule, target, text, url }: Ignored): { kind: string; what: string } {
  switch (scope) {
    case "page":
      return { kind: "On one page", what: `“${text ?? ""}” on ${shownPath(url ?? "")}` };
    case "rule":
      return { kind: "Rule", what: ruleWords(rule ?? "") };
    case "target":
      return { kind: "Address", what: shownAddress(target ?? "") };
    case "host":
      return { kind: "Website", what: `all links to ${target ?? ""}` };
  }
}

/** Returns the id of a rule as words: "Links: not found". */
function ruleWords(id: string): string {
  const [check = "", ...rest] = id.split("/");
  const name = rest.join(" ").replaceAll("-", " ");
  return isCheckId(check) ? `${CHECK_KINDS[check].heading}: ${name}` : name;
}
