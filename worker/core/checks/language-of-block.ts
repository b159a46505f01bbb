import type { Block } from "../page/block.ts";
import type { Language } from "./check.ts";
import { guessEnglish, isLatin } from "./language-guess.ts";

/** Regions whose English is spelled as in Britain; Canada's is nearer to it than to American ("colour", "centre"). */
const BRITISH_REGIONS = new Set(
  "001 150 AG AU BB BD BS BW BZ CA CY FJ GB GG GH GI GM GY HK IE IM IN JE JM KE LK LS MT MU MW MY NA NG NZ PG PK RW SG SL SZ TT TZ UG UK ZA ZM ZW".split(
    " ",
  ),
);

/** Tags that say nothing about the language: undetermined, and several at once. */
const UNSAID = new Set(["und", "mul", "mis"]);

export type LanguageHints = {
  /** What the owner set for the whole Site; decides between kinds of English. */
  siteLanguage: "auto" | Language;
  /** The language that the page's root element declares. */
  pageLang: string | null;
};

/**
 * The language to check a Block in, null where it is none that the checks know.
 * 1. Text in another script is not English, whatever the page says.
 * 2. A declared language (the Block's, else the page's) decides; the owner's setting chooses the kind of English.
 * 3. Where nothing is declared: the text must look like English.
 */
export function languageOfBlock(
  block: Pick<Block, "text" | "lang">,
  { siteLanguage, pageLang }: LanguageHints,
): Language | null {
  if (!isLatin(block.text)) return null;
  const declared = [block.lang, pageLang].find((tag) => tag !== null && !UNSAID.has(primarySubtag(tag)));
  if (declared && primarySubtag(declared) !== "en") return null;
  if (!declared && !guessEnglish(block.text)) return null;
  if (siteLanguage !== "auto") return siteLanguage;
  return declared && BRITISH_REGIONS.has(regionOf(declared)) ? "en-GB" : "en-US";
}

function primarySubtag(tag: string): string {
  return (tag.split("-")[0] ?? "").toLowerCase();
}

/** The region of a BCP 47 tag ("AU" of "en-AU", "GB" of "en-Latn-GB"), or nothing. */
function regionOf(tag: string): string {
  const subtags = tag.split("-").slice(1);
  return subtags.find((subtag) => /^(?:[a-z]{2}|\d{3})$/iu.test(subtag))?.toUpperCase() ?? "";
}
