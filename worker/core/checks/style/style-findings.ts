import type { HouseRule } from "../../house-style/house-rule.ts";
import { plainSigns, termKey } from "../../text/word-tokens.ts";
import { excerptAround, type TextRange } from "../excerpt.ts";
import type { Finding } from "../finding.ts";
import { variantsOf } from "./rule-variants.ts";

/** Makes the Finding about a rule's term at a place of a text. */
export type Explain = (text: string, range: TextRange) => Finding;

/** A rule of the Team's own: there is no doubt about it. */
const SURE = { check: "style", severity: "warning", confidence: 1 } as const;

/** Returns how a rule's matches are explained, each form with what to write instead of it. */
export function explainMatches(rule: HouseRule, subject: string): Explain {
  const hasCapitals = rule.term !== rule.term.toLowerCase();
  const instead = new Map(variantsOf(rule).map(({ words, suggestions }) => [words.join(" "), suggestions]));
  return (text, range) => {
    const found = text.slice(range.start, range.end);
    const form = termKey(found);
    const known = instead.get(form) ?? (rule.replacement === "" ? [] : [rule.replacement]);
    const isName = rule.kind === "name";
    const suggestions = isName
      ? [rule.term]
      : known.map((suggestion) => (hasCapitals ? suggestion : withCaseOf(found, suggestion)));
    return {
      ...SURE,
      rule: `style/${rule.kind}`,
      message: messageOf(found, suggestions),
      text: found,
      suggestions,
      excerpt: excerptAround(text, range),
      range,
      subject: `${subject}\t${isName ? plainSigns(found) : form}`,
    };
  };
}

function messageOf(found: string, [first, second]: string[]): string {
  if (first === undefined) return `Your house style does not allow “${found}”. Remove it or write something else.`;
  return `Your house style is “${first}”${second === undefined ? "" : ` or “${second}”`}, not “${found}”.`;
}

/** Returns the Finding about a text that a page lacks. */
export function missingFinding({ term }: HouseRule, subject: string, title: string): Finding {
  return {
    ...SURE,
    rule: "style/require",
    message: "Your house style needs this text here, but it is missing. Add it, or make an exception for the page.",
    text: "Missing text",
    suggestions: [term],
    excerpt: title,
    range: null,
    subject,
  };
}

/** "Utilise" → "Use", "UTILISE" → "USE"; a replacement with capitals of its own keeps them. */
function withCaseOf(found: string, suggestion: string): string {
  if (suggestion !== suggestion.toLowerCase()) return suggestion;
  const [initial = ""] = found;
  if (initial === initial.toLowerCase()) return suggestion;
  if (found.length > 1 && found === found.toUpperCase()) return suggestion.toUpperCase();
  const [first = "", ...rest] = suggestion;
  return first.toUpperCase() + rest.join("");
}
