import { isEnglish, primarySubtag } from "../../language/languages.ts";
import { isKnown, type KnownWords } from "./is-right.ts";
import { LONGEST_WORD } from "./word-table.ts";

/**
 * Lists English prefixes that form words freely without a hyphen: "nonnegotiable", "microservice". Omits short ones that slips of
 * the hand produce too.
 */
const PREFIXES =
  "anti auto bio counter cyber hyper inter macro mega meta micro mini mono multi nano non over poly post pre pseudo semi sub super tele ultra un under".split(
    " ",
  );

/** Lists English suffixes that form words freely. Omits "-able" ("pocketable"), because slips end in it too. */
const SUFFIXES = ["less", "like", "ness", "wide", "wise"];

const SHORTEST_BASE = 4;

/**
 * Returns true if a word is a compound of known words, or a known word with an affix that forms words freely. Such a word is
 * right unless it is near a common word ("intergrated").
 */
export function isDerived(word: string, known: KnownWords): boolean {
  if (isCompound(word, known)) return true;
  const affixes = isEnglish(known.language)
    ? { prefixes: PREFIXES, suffixes: SUFFIXES }
    : { prefixes: SHARED_PREFIXES, suffixes: [] };
  return isBuiltFrom(word, known, affixes) || hasOwnPrefix(word, known) || hasEnding(word, known, OWN_ENDINGS);
}

/** Lists short prefixes that form words freely in one language, mostly by negation: "unbeheizt", "indisponibilidad". */
const OWN_PREFIXES: Readonly<Record<string, readonly string[]>> = {
  de: ["un"],
  nl: ["on"],
  fr: ["in", "im", "dé", "re", "ré", "co"],
  es: ["in", "im", "des", "re", "co", "pre"],
  it: ["in", "im", "dis", "ri", "co", "pre"],
  pt: ["in", "im", "des", "re", "co", "pre"],
};
/** Length of the shortest base of a short prefix, which slips of the hand produce too. */
const SHORTEST_LONG_BASE = 6;

function hasOwnPrefix(word: string, { language, speller }: KnownWords): boolean {
  const lower = word.toLowerCase();
  return (OWN_PREFIXES[primarySubtag(language)] ?? []).some((prefix) => {
    const base = lower.slice(prefix.length);
    return lower.startsWith(prefix) && base.length >= SHORTEST_LONG_BASE && speller.correct(base);
  });
}

/** Lists prefixes that languages other than English have in common. */
const SHARED_PREFIXES =
  "anti auto bio contra ex extra hiper hyper infra inter intra macro mega meta micro mini mono multi nano neo poli poly post pre pseudo semi sub super supra tele ultra video vice web".split(
    " ",
  );

/**
 * Lists suffixes that form words freely, each with the endings that its base may have: "buenísimas" from "bueno", "cafecito" from
 * "café", "rapidinho" from "rápido".
 */
const FREE_ENDINGS: Readonly<Record<string, readonly [ending: RegExp, bases: readonly string[]][]>> = {
  es: [
    [/ísim[oa]s?$/u, ["o", "a", "e", ""]],
    [/(?:e?c)?it[oa]s?$/u, ["o", "a", "e", "é", ""]],
    [/mente$/u, [""]],
  ],
  it: [
    [/issim[aeio]$/u, ["o", "a", "e"]],
    [/mente$/u, ["", "e"]],
  ],
  pt: [
    [/íssim[oa]s?$/u, ["o", "a", "e", ""]],
    [/z?inh[oa]s?$/u, ["o", "a", "e", "ê", "é", ""]],
    [/mente$/u, [""]],
  ],
};

/** Lists suffixes that form words of one language, but that slips may have as well: "veredal" from "vereda", "agendamiento" from "agendar". */
const OWN_ENDINGS: typeof FREE_ENDINGS = {
  es: [
    [/al(?:es)?$/u, ["a", "o", "e"]],
    [/mientos?$/u, ["r"]],
    [/ci(?:ón|ones)$/u, ["r"]],
  ],
  it: [
    [/al[ei]$/u, ["a", "o", "e"]],
    [/ment[oi]$/u, ["re"]],
    [/zion[ei]$/u, ["re"]],
  ],
  pt: [
    [/a(?:l|is)$/u, ["a", "o", "e"]],
    [/mentos?$/u, ["r"]],
    [/ç(?:ão|ões)$/u, ["r"]],
  ],
};

/** Returns true if a word is a known one with a suffix that forms words freely in its language. */
export function hasFreeEnding(word: string, known: KnownWords): boolean {
  return hasEnding(word, known, FREE_ENDINGS);
}

function hasEnding(word: string, { language, speller }: KnownWords, table: typeof FREE_ENDINGS): boolean {
  const lower = word.toLowerCase();
  return (table[primarySubtag(language)] ?? []).some(([ending, bases]) => {
    const stem = lower.replace(ending, "");
    return stem !== lower && stem.length >= 3 && bases.some((base) => speller.correct(stem + base));
  });
}

/**
 * Lists the letters that may join the parts of a compound. After the endings in NEEDS_S, German requires an "s": "Öffnungzeiten"
 * is wrong.
 */
const JOINTS = ["", "s", "es", "n", "en", "er", "e"];
const NEEDS_S = /(?:ung|heit|keit|schaft|ion|tät|tum|ling)$/u;
const SHORTEST_PART = 4;
const LONGEST_COMPOUND = 40;
/** Lists shorter words that begin German compounds: "neuformiert", "Altbestand". */
const SHORT_PARTS = new Set(["neu", "alt"]);

/**
 * Returns true if a German or Dutch word consists of two words in the dictionary, with or without joining letters:
 * "Gesellenstunde", "accucheck".
 */
function isCompound(word: string, known: KnownWords): boolean {
  const { language, speller } = known;
  const isGerman = language.startsWith("de");
  if ((!isGerman && language !== "nl") || word.length > LONGEST_COMPOUND) return false;
  const lower = word.toLowerCase();
  if (isGerman && SHORT_PARTS.has(lower.slice(0, 3)) && speller.correct(lower.slice(3))) return true;
  const isPart = (part: string) =>
    (part.length >= SHORTEST_PART || (part.length === SHORTEST_PART - 1 && isCommonNoun(part, known))) &&
    (speller.correct(part) || (isGerman && speller.correct(part.charAt(0).toUpperCase() + part.slice(1))));
  if (lower.length < 2 * SHORTEST_PART - 1) return false;
  for (let at = SHORTEST_PART - 1; at <= lower.length - SHORTEST_PART + 1; at++) {
    const left = lower.slice(0, at);
    if (!isPart(lower.slice(at))) continue;
    const isJoined = (joint: string) => left.endsWith(joint) && isPart(left.slice(0, left.length - joint.length));
    if (JOINTS.some((joint) => isJoined(joint) && !(isGerman && joint === "" && NEEDS_S.test(left)))) return true;
  }
  return false;
}

/** Lowest frequency of a noun of three letters that is taken for a part of a compound: "les" in "lesperiode", "Tag" in "Putztag". */
const COMMON_PART = 300;
/** Matches Dutch words of three letters that stand alone: they are joined to others by mistake. */
const ALONE =
  /^(?:aan|als|bij|dan|dat|den|der|des|die|dit|een|had|her|het|hij|hoe|hun|jij|kan|mag|met|mij|nog|ons|ook|per|ten|ter|tot|uit|van|was|wat|wel|wie|wij|wil|zal|zei|zij|zou)$/u;

function isCommonNoun(part: string, { language, speller }: KnownWords): boolean {
  const written = language === "nl" ? part : part.charAt(0).toUpperCase() + part.slice(1);
  if ((speller.frequencyOf?.(written) ?? 0) < COMMON_PART) return false;
  return language === "nl" ? !ALONE.test(part) : !speller.correct(part);
}

/** Lists affixes that form words only occasionally and that slips of the hand produce as well. */
const RARER_PREFIXES = ["bi", "co", "de", "dis", "e", "fore", "in", "mid", "mis", "out", "pro", "re", "trans", "tri"];
const RARER_SUFFIXES = [
  "s",
  "able",
  "ability",
  "er",
  "ers",
  "or",
  "ee",
  "ees",
  "ism",
  "ist",
  "ists",
  "ish",
  "ify",
  "ize",
  "ized",
  "izes",
  "izing",
  "ship",
  "dom",
  "hood",
];

/**
 * Returns true if an English word is a known word with an affix, even a rare one, or two known words in one: "rebranding",
 * "newtype".
 */
export function isPlausible(word: string, known: KnownWords): boolean {
  if (!isEnglish(known.language) || word.length > LONGEST_WORD) return false;
  const isBase = (base: string) => base.length >= 3 && isKnown(base.toLowerCase(), known);
  for (let at = 3; at <= word.length - 3; at++) if (isBase(word.slice(0, at)) && isBase(word.slice(at))) return true;
  return isBuiltFrom(word, known, { prefixes: [...RARER_PREFIXES, ...PREFIXES], suffixes: RARER_SUFFIXES });
}

function isBuiltFrom(
  word: string,
  { speller, terms }: KnownWords,
  { prefixes, suffixes }: { prefixes: readonly string[]; suffixes: readonly string[] },
): boolean {
  const lower = word.toLowerCase();
  const isBase = (base: string) => base.length >= SHORTEST_BASE && (speller.correct(base) || terms.has(base));
  return (
    prefixes.some((prefix) => lower.startsWith(prefix) && isBase(lower.slice(prefix.length))) ||
    suffixes.some((suffix) => lower.endsWith(suffix) && isBase(lower.slice(0, -suffix.length)))
  );
}
