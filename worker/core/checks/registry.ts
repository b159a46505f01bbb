import type { Language } from "../languages.ts";
import type { TextCheck } from "./check.ts";
import type { TextCheckId } from "./check-kinds.ts";
import { checkContent } from "./content/check-content.ts";
import { createCheckGrammar } from "./grammar/check-grammar.ts";
import type { LintWithHarper } from "./grammar/linters/harper-reports.ts";
import { type CheckSpelling, createCheckSpelling } from "./spelling/check-spelling.ts";
import { findDialectUses } from "./spelling/dialect-uses.ts";
import type { Lexicon } from "./spelling/lexicon.ts";

/** What the text checks read and call, loaded. */
export type CheckTools = { lexicon: Lexicon; lintWithHarper: LintWithHarper; version: string };

/** A Site's spelling is judged as a whole: each Block brings what tells of it. */
function withDialectUses(checkSpelling: CheckSpelling, lexicon: Lexicon): CheckSpelling {
  return (block, language) => [...checkSpelling(block, language), ...findDialectUses(block, language, lexicon)];
}

/** The text checks, in the order in which they run: of two that say the same, the first is heard. */
export function createTextChecks({ lexicon, lintWithHarper, version }: CheckTools): TextCheck[] {
  const isWord = (word: string, language: Language) => lexicon.words(language).correct(word);
  const checks = {
    content: { id: "content", version, languages: "any", run: checkContent },
    spelling: { id: "spelling", version, languages: "known", run: withDialectUses(createCheckSpelling(lexicon), lexicon) },
    grammar: { id: "grammar", version, languages: "known", run: createCheckGrammar(lintWithHarper, isWord) },
  } satisfies { [Id in TextCheckId]: TextCheck & { id: Id } };
  return Object.values(checks);
}
