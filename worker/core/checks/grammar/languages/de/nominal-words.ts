import type { SentenceReport } from "../../sentence-report.ts";
import { canBe, type Part } from "../engine/parts.ts";

/** Returns reports of adjectives and infinitives that are used as nouns and lack their capital: "etwas neues", "beim wandern". */
export function nominalWords(parts: readonly Part[]): SentenceReport[] {
  return parts.flatMap((part, at) => {
    const [before, after] = [parts[at - 1], parts[at + 1]];
    if (part.kind !== "word" || part.isCapital || !before) return [];
    const isAdjective =
      /^(?:etwas|nichts|wenig|viel|allerlei)$/u.test(before.lower) &&
      /\p{Ll}{2}es$/u.test(part.text) &&
      canBe(part.readings, "A") &&
      endsHere(after);
    const isVerb =
      /^(?:beim|zum|vom)$/u.test(before.lower) &&
      /(?:en|ln|rn)$/u.test(part.lower) &&
      canBe(part.readings, "Vi") &&
      !canBe(part.readings, "A") &&
      endsHere(after);
    if (
      (!isAdjective && !isVerb) ||
      /^(?:anderes|solches|einen|ersten|letzten|nächsten|besten|meisten|vollen)$/u.test(part.lower)
    )
      return [];
    const fix = part.text.charAt(0).toUpperCase() + part.text.slice(1);
    return [
      {
        rule: "grammar/capital",
        by: "de/nominal",
        severity: "error",
        confidence: 0.8,
        message: `After “${before.text}”, “${part.text}” is a noun and has a capital: write “${fix}”.`,
        start: part.start,
        end: part.end,
        suggestions: [fix],
      },
    ];
  });
}

/** Returns true if no noun follows, which would make the word an adjective or a verb: "etwas neues Holz". */
function endsHere(after: Part | undefined): boolean {
  return after === undefined || after.kind === "mark" || !after.isCapital;
}
