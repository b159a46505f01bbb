import { primarySubtag } from "../../../language/languages.ts";
import type { KnownWords } from "../is-right.ts";

/** Matches the silent consonants that the spelling of 1990 drops: "projecto", "acção", "óptimo". */
const SILENT = /c(?=[cçt])|p(?=[cçt])/gu;

/**
 * Returns true for a Portuguese word in the spelling from before the agreement of 1990, which many sites in Portugal keep on purpose:
 * "directamente", "projecto".
 */
export function isOldPortuguese(word: string, { language, speller }: KnownWords): boolean {
  if (primarySubtag(language) !== "pt") return false;
  const lower = word.toLowerCase();
  const modern = lower.replace(SILENT, "");
  return modern !== lower && speller.correct(modern);
}

/**
 * Returns true for a French word with "oe" for the ligature ("voeux"), or in the spelling of 1990, without the circumflex on an "i" or
 * "u" ("entrainement"). Both are right everywhere.
 */
export function isSimplifiedFrench(word: string, meant: string | undefined, { language, speller }: KnownWords): boolean {
  if (language !== "fr") return false;
  const lower = word.toLowerCase();
  if (lower.includes("oe") && speller.correct(lower.replace("oe", "œ"))) return true;
  const full = meant?.toLowerCase() ?? "";
  return full !== lower && full.replaceAll("î", "i").replaceAll("û", "u") === lower;
}
