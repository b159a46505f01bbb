import { languageToolAnswer } from "#worker/core/checks/grammar/linters/language-tool-reports.ts";
import type { Checker, Flag } from "./flag.ts";

/** LanguageTool's issue types that are no mistakes. */
const TASTE = new Set(["style", "register", "locale-violation", "typographical", "whitespace", "formatting"]);

/** Returns a checker that sends each text to a LanguageTool server, with its default rules. */
export function languageToolChecker(url: string): Checker {
  return async (texts) => {
    const flags: Flag[][] = [];
    for (const text of texts) flags.push(await flagsOf(url, text));
    return flags;
  };
}

async function flagsOf(url: string, text: string): Promise<Flag[]> {
  const response = await fetch(`${url}/v2/check`, { method: "POST", body: new URLSearchParams({ text, language: "en-US" }) });
  if (!response.ok) throw new Error(`LanguageTool answered with status ${response.status}.`);
  const { matches } = languageToolAnswer.parse(await response.json());
  return matches
    .filter(({ rule }) => !TASTE.has(rule.issueType))
    .map(({ offset, length, replacements, rule }) => ({
      start: offset,
      end: offset + length,
      kind: rule.issueType === "misspelling" && rule.category.id === "TYPOS" ? "spelling" : "grammar",
      suggestions: replacements.map(({ value }) => value),
      isMailed: true,
    }));
}
