import { DETECTABLE, type Detection, detectLanguage } from "./detect-language.ts";
import { LANGUAGES, type Language, primarySubtag } from "./languages.ts";

export type LanguageHints = {
  /** The owner's setting for the Site. Selects the variant of a language, and applies where a page declares nothing. */
  siteLanguage: "auto" | Language;
  /** Language declared by the page's root element. */
  pageLang: string | null;
  /**
   * Language that the page's text as a whole clearly is in (see `languagesOfTexts`), regardless of its declaration; null if
   * unclear.
   */
  pageTextLang?: string | null;
  /** Language that most of the page's text is in, if that is not clear; null if nothing is known. */
  pageLeaning?: string | null;
  /** True if the page's text says "vos", so that its labels do too. */
  pageSaysVos?: boolean;
};

/**
 * Returns the language to check a Block in, or null if the checks do not support it.
 * 1. Text in another script is not supported, regardless of declarations.
 * 2. A clear detection decides: an English page may quote French, and a template may declare any language.
 * 3. Else the element's declaration, the clear language of the page's text, the page's declaration, and the owner's setting
 * decide, in this order. If most of the page is in another language than it declares, labels without evidence are in neither.
 * 4. Else the likeliest language. A few words without evidence are English if all letters are plain ASCII, and if no other language is the one of
 * most of the page: a list of titles is seldom clear.
 */
export function languageOfBlock(block: { text: string; lang: string | null }, hints: LanguageHints): Language | null {
  const { text } = block;
  if (!isLatin(text)) return null;
  const { pageLang, pageTextLang = null, pageLeaning = null, siteLanguage } = hints;
  const own = block.lang === pageLang ? null : said(block.lang);
  const page = said(pageLang);
  const detection = detectLanguage(text);
  const spoken = isSure(detection) ? detection.language : null;
  const site = siteLanguage === "auto" ? null : siteLanguage;
  const tags = [own, page, site].filter((tag) => tag !== null);
  if (spoken !== null && mayOverrule(spoken, own ?? page)) return inLanguage(spoken, tags, siteLanguage);
  const looks = detection.language;
  if (own) return inLanguage(primarySubtag(own), tags, siteLanguage);
  if (pageTextLang !== null && mayOverrule(pageTextLang, page)) return inLanguage(pageTextLang, tags, siteLanguage);
  if (site && page && looks === primarySubtag(site)) return inLanguage(looks, tags, siteLanguage);
  // A template declares one language, and most of the page is in another.
  if (page && !site && pageLeaning && ![pageLeaning, looks].includes(primarySubtag(page)) && mayOverrule(pageLeaning, page))
    return looks === pageLeaning ? inLanguage(pageLeaning, tags, siteLanguage) : null;
  const leaned = page ?? site;
  if (leaned) return inLanguage(primarySubtag(leaned), tags, siteLanguage);
  const isPlain = isPlainAscii(text);
  const isOfPage = pageLeaning === null || looks === pageLeaning || detection.commonLowercase >= FEWEST_IN_OTHER;
  if (looks !== null && isOfPage && (isPlain ? isLikely(detection, text) : detection.margin >= HARDLY))
    return inLanguage(looks, tags, siteLanguage);
  return isPlain && (pageLeaning ?? "en") === "en" ? inLanguage("en", tags, siteLanguage) : null;
}

/** Five nats: about 150 times likelier than any other language. */
const SURE = 5;
const FEWEST_COMMON = 3;
/** Margin at which even one or two words decide. */
const VERY_SURE = 9;
/**
 * Margins without any declaration: for a text in ASCII, if a third of its words are evidence, and for a text with letters that
 * English lacks.
 */
const LIKELY = 2.5;
const HARDLY = 0.4;
/** Common words in small letters that a label needs to be in another language than most of its page: "Email adres" has one. */
const FEWEST_IN_OTHER = 2;

function isLikely({ margin, common }: Detection, text: string): boolean {
  return margin >= LIKELY && common * 3 >= text.split(" ").length;
}

function isSure({ margin, commonLowercase }: Detection): boolean {
  return margin >= VERY_SURE || (margin >= SURE && commonLowercase >= FEWEST_COMMON);
}

/**
 * True if a detected language may override a declared one. An undetectable language (Galician) may look like a detectable one
 * (Portuguese), so its declaration counts.
 */
function mayOverrule(spoken: string, declared: string | null): boolean {
  return declared === null || spoken === primarySubtag(declared) || DETECTABLE.has(primarySubtag(declared));
}

/** Number of characters of a page's text that are examined. */
const PAGE_SAMPLE = 3_000;
/** Minimum evidence for a page, more than for a Block, because a page of names and labels may look like another language. */
const PAGE_SURE = 8;
const PAGE_COMMON = 8;

/** Languages of a page's texts as a whole (primary subtags). `clear`: null if they are mixed or few; then `leaning` is that of most, or null. */
export type TextLanguages = { clear: string | null; leaning: string | null };

/**
 * Judges the languages of a page's texts by the first of them. English labels without a common word in small letters have no vote:
 * "Home", "Menu" and "Contact" are on pages in all languages.
 */
export function languagesOfTexts(texts: Iterable<string>): TextLanguages {
  const votes = new Map<string, number>();
  let [characters, common] = [0, 0];
  for (const text of texts) {
    const found = detectLanguage(text);
    const isInternational = found.language === "en" && found.commonLowercase === 0;
    if (found.language !== null && !isInternational && isLatin(text)) {
      votes.set(found.language, (votes.get(found.language) ?? 0) + found.margin);
      common += found.common;
    }
    characters += Math.min(text.length, 1_000);
    if (characters >= PAGE_SAMPLE) break;
  }
  const [first, second] = [...votes].sort(([, a], [, b]) => b - a);
  if (!first) return { clear: null, leaning: null };
  const isClear = common >= PAGE_COMMON && first[1] >= PAGE_SURE && first[1] >= 3 * (second?.[1] ?? 0);
  if (isClear) return { clear: first[0], leaning: null };
  return { clear: null, leaning: common >= FEWEST_COMMON && first[1] >= SURE ? first[0] : null };
}

/** Tags without information: undetermined, multiple and uncoded languages. */
const UNSAID = new Set(["und", "mul", "mis"]);

function said(tag: string | null): string | null {
  return tag === null || UNSAID.has(primarySubtag(tag)) ? null : tag;
}

/** True if at least half of a text's letters are Latin, or if it has none. */
export function isLatin(text: string): boolean {
  if (!/[^\p{ASCII}]/u.test(text)) return true;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return latin * 2 >= letters;
}

function isPlainAscii(text: string): boolean {
  return !/[^\p{ASCII}\p{P}\p{S}\p{Z}\p{N}]/u.test(text);
}

/**
 * Returns the variant of a language: the owner's setting, else by the region of a tag, else the default. Null if it is not
 * supported.
 */
function inLanguage(primary: string, tags: readonly string[], siteLanguage: "auto" | Language): Language | null {
  if (siteLanguage !== "auto" && primarySubtag(siteLanguage) === primary) return siteLanguage;
  const tag = tags.find((each) => primarySubtag(each) === primary) ?? primary;
  const region = regionOf(tag);
  const kind = KINDS[primary]?.find(({ regions }) => regions.has(region))?.language;
  return kind ?? DEFAULTS[primary] ?? null;
}

type Kind = { language: Language; regions: ReadonlySet<string> };

/** Regions whose spelling is not their language's default; all others use American English and Brazilian Portuguese. */
const KINDS: Readonly<Record<string, readonly Kind[]>> = {
  en: [
    { language: "en-AU", regions: new Set(["AU", "NZ"]) },
    { language: "en-CA", regions: new Set(["CA"]) },
    {
      language: "en-GB",
      regions: new Set(
        "001 150 AG BB BD BS BW BZ CY FJ GB GG GH GI GM GY HK IE IM IN JE JM KE LK LS MT MU MW MY NA NG PG PK RW SG SL SZ TT TZ UG UK ZA ZM ZW".split(
          " ",
        ),
      ),
    },
  ],
  de: [{ language: "de-CH", regions: new Set(["CH", "LI"]) }],
  pt: [{ language: "pt-PT", regions: new Set(["PT", "AO", "MZ", "CV", "GW", "ST", "TL", "MO"]) }],
};

const DEFAULTS: Readonly<Record<string, Language>> = {
  ...Object.fromEntries(LANGUAGES.filter((language) => !language.includes("-")).map((language) => [language, language])),
  en: "en-US",
  pt: "pt-BR",
};

/** Returns the region of a BCP 47 tag ("AU" of "en-AU", "GB" of "en-Latn-GB"), or an empty string. */
function regionOf(tag: string): string {
  const subtags = tag.split("-").slice(1);
  return subtags.find((subtag) => /^(?:[a-z]{2}|\d{3})$/iu.test(subtag))?.toUpperCase() ?? "";
}
