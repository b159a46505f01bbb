import { Dialect, LocalLinter } from "harper.js";
import { slimBinary } from "harper.js/slimBinary";
import type { Checker } from "./flag.ts";

/** Harper's kinds of reports that are no mistakes. */
const TASTE = new Set(["Style", "Readability", "Enhancement", "WordChoice", "Formatting"]);

/** Returns a checker that runs Harper with its default rules, of which the product uses a few. */
export function harperChecker(): Checker {
  return async (texts) => {
    const linter = new LocalLinter({ binary: slimBinary, dialect: Dialect.American });
    const found = [];
    for (const text of texts) {
      const lints = await linter.lint(text, { language: "plaintext" });
      found.push(
        lints
          .filter((lint) => !TASTE.has(lint.lint_kind()))
          .map((lint) => ({
            ...{ start: lint.span().start, end: lint.span().end, isMailed: true },
            kind: lint.lint_kind() === "Spelling" ? ("spelling" as const) : ("grammar" as const),
            suggestions: lint.suggestions().map((suggestion) => suggestion.get_replacement_text()),
          })),
      );
    }
    return found;
  };
}
