import { DETECTABLE, type Detection, detectLanguage } from "./detect-language.ts";
import { LANGUAGES, type Language, primarySubtag } from "./languages.ts";

export type LanguageHints = {
  /** What the owner set for the whole Site; decides between kinds of one language, and where a page says nothing. */
  siteLanguage: "auto" | Language;
  /** The language that the page's root element declares. */
  pageLang: string | null;
  /** The language that the page's text as a whole is clearly in (see `languageOfTexts`), whatever it declares; null where that is not clear. */
  pageSpeaks?: string | null;
};

/**
 * The language to check a Block in, null where it is none that the checks know.
 * 1. Text in another script is in none of them, whatever the page says.
 * 2. What the text clearly is decides: an English page may quote French, and a template may declare any language.
 * 3. Else what its element declares, else what the page's text clearly is, else what the page declares, else the owner's setting.
 * 4. Else what the text most looks like; a few words that tell nothing are English where no letter is foreign to it.
 */
export function languageOfBlock(block: { text: string; lang: string | null }, hints: LanguageHints): Language | null {
  const { text } = block;
  if (!isLatin(text)) return null;
  const { pageLang, pageSpeaks = null, siteLanguage } = hints;
  const own = block.lang === pageLang ? null : said(block.lang);
  const page = said(pageLang);
  const detection = detectLanguage(text);
  const spoken = isSure(detection) ? detection.language : null;
  const site = siteLanguage === "auto" ? null : siteLanguage;
  const tags = [own, page, site].filter((tag) => tag !== null);
  if (spoken !== null && mayOverrule(spoken, own ?? page)) return inLanguage(spoken, tags, siteLanguage);
  const looks = detection.language;
  if (own) return inLanguage(primarySubtag(own), tags, siteLanguage);
  if (pageSpeaks !== null && mayOverrule(pageSpeaks, page)) return inLanguage(pageSpeaks, tags, siteLanguage);
  if (site && page && looks === primarySubtag(site)) return inLanguage(looks, tags, siteLanguage);
  const leaned = page ?? site;
  if (leaned) return inLanguage(primarySubtag(leaned), tags, siteLanguage);
  const isPlain = isPlainAscii(text);
  if (looks !== null && (isPlain ? isLikely(detection, text) : detection.margin >= HARDLY))
    return inLanguage(looks, tags, siteLanguage);
  return isPlain ? inLanguage("en", tags, siteLanguage) : null;
}

/** Five nats: a hundred and fifty times likelier than any other language. */
const SURE = 5;
const FEWEST_TELLING = 3;
/** So much likelier that even one or two words settle it. */
const VERY_SURE = 9;
/** Where nobody says anything: enough for a text in plain letters, if a third of its words tell; and for one with letters that English lacks. */
const LIKELY = 2.5;
const HARDLY = 0.4;

function isLikely({ margin, telling }: Detection, text: string): boolean {
  return margin >= LIKELY && telling * 3 >= text.split(" ").length;
}

function isSure({ margin, tellingSmall }: Detection): boolean {
  return margin >= VERY_SURE || (margin >= SURE && tellingSmall >= FEWEST_TELLING);
}

/** A declared language that the detector does not know (Galician) may look like one that it knows (Portuguese): then the declaration stands. */
function mayOverrule(spoken: string, declared: string | null): boolean {
  return declared === null || spoken === primarySubtag(declared) || DETECTABLE.has(primarySubtag(declared));
}

/** Characters of a page's text that are looked into. */
const PAGE_SAMPLE = 3_000;
/** A page of names and labels in one language may look like another: more than a Block must show. */
const PAGE_SURE = 8;
const PAGE_TELLING = 8;

/** The language that a page's texts as a whole are clearly in (a primary subtag), or null. */
export function languageOfTexts(texts: Iterable<string>): string | null {
  const votes = new Map<string, number>();
  let [characters, telling] = [0, 0];
  for (const text of texts) {
    const found = detectLanguage(text);
    if (found.language !== null && isLatin(text)) {
      votes.set(found.language, (votes.get(found.language) ?? 0) + found.margin);
      telling += found.telling;
    }
    characters += Math.min(text.length, 1_000);
    if (characters >= PAGE_SAMPLE) break;
  }
  const [first, second] = [...votes].sort(([, a], [, b]) => b - a);
  if (!first || telling < PAGE_TELLING) return null;
  return first[1] >= PAGE_SURE && first[1] >= 3 * (second?.[1] ?? 0) ? first[0] : null;
}

/** Tags that say nothing about the language: undetermined, and several at once. */
const UNSAID = new Set(["und", "mul", "mis"]);

function said(tag: string | null): string | null {
  return tag === null || UNSAID.has(primarySubtag(tag)) ? null : tag;
}

/** Whether most letters of a text are Latin; a text without letters counts as Latin. */
export function isLatin(text: string): boolean {
  if (!/[^\p{ASCII}]/u.test(text)) return true;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return latin * 2 >= letters;
}

function isPlainAscii(text: string): boolean {
  return !/[^\p{ASCII}\p{P}\p{S}\p{Z}\p{N}]/u.test(text);
}

/** The kind of a language that the owner set, else that a tag names by its region, else the plain one. Null: not one of ours. */
function inLanguage(primary: string, tags: readonly string[], siteLanguage: "auto" | Language): Language | null {
  if (siteLanguage !== "auto" && primarySubtag(siteLanguage) === primary) return siteLanguage;
  const tag = tags.find((each) => primarySubtag(each) === primary) ?? primary;
  const region = regionOf(tag);
  const kind = KINDS[primary]?.find(({ regions }) => regions.has(region))?.language;
  return kind ?? DEFAULTS[primary] ?? null;
}

type Kind = { language: Language; regions: ReadonlySet<string> };

/** Regions whose spelling is not their language's default; the rest of the world writes American English and Brazilian Portuguese. */
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

/** The region of a BCP 47 tag ("AU" of "en-AU", "GB" of "en-Latn-GB"), or nothing. */
function regionOf(tag: string): string {
  const subtags = tag.split("-").slice(1);
  return subtags.find((subtag) => /^(?:[a-z]{2}|\d{3})$/iu.test(subtag))?.toUpperCase() ?? "";
}
