import type { Language } from "../language/languages.ts";
import type { TextCheck } from "./check.ts";
import { NO_LIMIT } from "./check-budget.ts";
import type { TextCheckId } from "./check-kinds.ts";
import { checkContent } from "./content/check-content.ts";
import { createCheckGrammar } from "./grammar/check-grammar.ts";
import type { LintWithHarper } from "./grammar/linters/harper-reports.ts";
import type { ReadSentence } from "./grammar/reader/create-reader.ts";
import { type CheckSpelling, createCheckSpelling } from "./spelling/check-spelling.ts";
import { findDialectUses } from "./spelling/dialect-uses.ts";
import type { Lexicon } from "./spelling/lexicon.ts";

/** The loaded resources of the text checks. */
export type CheckResources = { lexicon: Lexicon; lintWithHarper: LintWithHarper; readSentence: ReadSentence; version: string };

/** Adds evidence of a Block's dialect, because a Site's spelling is judged as a whole. */
function withDialectUses(checkSpelling: CheckSpelling, lexicon: Lexicon): CheckSpelling {
  return (block, language, wants, budget = NO_LIMIT) => {
    const findings = checkSpelling(block, language, wants, budget);
    return budget.isSpent() ? findings : [...findings, ...findDialectUses(block, language, lexicon)];
  };
}

/** Returns the text checks in order of precedence: of two overlapping Findings, the earlier check's is kept if both or neither are mailed. */
export function createTextChecks({ lexicon, lintWithHarper, readSentence, version }: CheckResources): TextCheck[] {
  const isWord = (word: string, language: Language) => lexicon.words(language).correct(word);
  const readingsIn = (language: Language) => lexicon.words(language).readingsOf;
  const checks = {
    content: { id: "content", version, languages: "any", run: checkContent },
    spelling: { id: "spelling", version, languages: "known", run: withDialectUses(createCheckSpelling(lexicon), lexicon) },
    grammar: {
      id: "grammar",
      version,
      languages: "known",
      run: createCheckGrammar({ lintWithHarper, readSentence, isWord, readingsIn }),
    },
  } satisfies { [Id in TextCheckId]: TextCheck & { id: Id } };
  return Object.values(checks);
}
