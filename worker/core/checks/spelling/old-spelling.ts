import { primarySubtag } from "../../language/languages.ts";
import type { KnownWords } from "./is-right.ts";

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
