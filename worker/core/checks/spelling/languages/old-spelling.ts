import { primarySubtag } from "../../../language/languages.ts";
import type { KnownWords } from "../is-right.ts";

/** Lists what the Portuguese spelling of 1990 drops, one kind a row, each with what is written now. */
const DROPPED: readonly (readonly [old: RegExp, modern: string])[] = [
  // Silent consonants: "projecto", "acção", "óptimo".
  [/c(?=[cçt])|p(?=[cçt])/gu, ""],
  // The diaeresis: "freqüente", "cinqüenta".
  [/(?<=[gq])ü(?=[eiéêí])/gu, "u"],
  // The accent of open diphthongs before the last syllable: "idéia", "jibóia".
  [/éi(?=[ao])/gu, "ei"],
  [/ói(?=[aco])/gu, "oi"],
  // The circumflex of doubled vowels: "vôo", "vêem".
  [/ôo/gu, "oo"],
  [/êem$/u, "eem"],
  // Accents that only told two words apart: "pólo", "pêlo", "pára".
  [/^p[óêá](?=l[oa]s?$|ra$)/u, ""],
];
const TOLD_APART: Readonly<Record<string, string>> = { pó: "po", pê: "pe", pá: "pa" };

/**
 * Returns true for a Portuguese word in the spelling from before the agreement of 1990, which many sites in Portugal keep on purpose, and
 * statutes and other old texts in Brazil: "directamente", "cinqüenta", "idéias".
 */
export function isOldPortuguese(word: string, { language, speller }: KnownWords): boolean {
  if (primarySubtag(language) !== "pt") return false;
  const lower = word.toLowerCase();
  const modern = DROPPED.reduce((form, [old, now]) => form.replace(old, (found) => TOLD_APART[found] ?? now), lower);
  return modern !== lower && speller.correct(modern);
}

/** Matches the endings of loan words, in which French may write the sound of an "e": "sénior", "artéfact", "mémento". */
const LOAN_ENDING = /(?:or|um|us|is|el|act|a|o|i)s?$/u;

/**
 * Returns true for a French word with "oe" for the ligature ("voeux"), or in the spelling of 1990: without the circumflex on an "i" or
 * "u" ("entrainement"), or with the accent that a loan word sounds like ("sénior"). All are right everywhere.
 */
export function isSimplifiedFrench(word: string, meant: string | undefined, { language, speller }: KnownWords): boolean {
  if (language !== "fr") return false;
  const lower = word.toLowerCase();
  if (lower.includes("oe") && speller.correct(lower.replace("oe", "œ"))) return true;
  const full = meant?.toLowerCase() ?? "";
  if (full === lower) return false;
  if (full.replaceAll("î", "i").replaceAll("û", "u") === lower) return true;
  return LOAN_ENDING.test(lower) && lower.replace(OPEN_E, "e") === full;
}

/** Matches an accented "e" before one consonant, the only place where the spelling of 1990 adds the accent. */
const OPEN_E = /é(?=[^aeiouyà-ÿœx][aeiouyà-ÿœ])/gu;
