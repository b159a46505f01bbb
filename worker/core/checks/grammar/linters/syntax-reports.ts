import type { Token } from "../engine/token.ts";
import type { SentenceReport } from "../sentence-report.ts";
import { pronounDisagreementAt } from "../syntax/pronoun-agreement.ts";
import { relativeDisagreementAt } from "../syntax/relative-agreement.ts";
import { type Disagreement, disagreementAt } from "../syntax/verb-agreement.ts";

/** Returns the reports of rules over whole clauses, which know the part of speech of each word. */
export function syntaxReports(tokens: readonly Token[]): SentenceReport[] {
  return tokens.flatMap((_, at) => {
    const noun = disagreementAt(tokens, at);
    const pronoun = pronounDisagreementAt(tokens, at);
    const relative = relativeDisagreementAt(tokens, at);
    return [
      noun && agreementReport(noun, "noun"),
      pronoun && agreementReport(pronoun, "pronoun"),
      relative && agreementReport(relative, "relative"),
    ].filter((report) => report !== null);
  });
}

function agreementReport(
  { verb, fix, subject, isPlural }: Disagreement,
  kind: "noun" | "pronoun" | "relative",
): SentenceReport {
  return {
    by: `syntax/${isPlural ? "plural" : "singular"}-${kind}`,
    rule: "grammar/agreement",
    severity: "error",
    confidence: 0.75,
    message: `The subject is “${subject.text}”, which is ${isPlural ? "plural" : "singular"}: write “${fix}”, not “${verb.text}”.`,
    start: verb.start,
    end: verb.end,
    suggestions: [fix],
  };
}
