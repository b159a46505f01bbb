import type { SentenceReport } from "../../sentence-report.ts";
import { inCaseOf } from "../engine/compile-rule.ts";
import { canBe, isOnly, type Part, type ReadingsOf } from "../engine/parts.ts";
import { nounReadings } from "./nouns.ts";

/**
 * Map endings of determiners to the genders, numbers and cases that they mark ("msn" is masculine, singular, nominative; "." is
 * any gender).
 */
const DER = {
  der: "msn fsd fsg .pg",
  die: "fsn fsa .pn .pa",
  das: "nsn nsa",
  dem: "msd nsd",
  den: "msa .pd",
  des: "msg nsg",
} as const;
const EIN = { "": "msn nsn nsa", e: "fsn fsa", en: "msa", em: "msd nsd", er: "fsd fsg", es: "msg nsg" } as const;
const MEIN = { ...EIN, e: "fsn fsa .pn .pa", en: "msa .pd", er: "fsd fsg .pg" } as const;
const DIES = { er: DER.der, e: DER.die, es: "nsn nsa msg nsg", em: DER.dem, en: DER.den } as const;

const STEMS: readonly [forms: Readonly<Record<string, string>>, stems: readonly string[]][] = [
  [DER, [""]],
  [EIN, ["ein"]],
  [MEIN, ["mein", "dein", "sein", "ihr", "unser", "kein"]],
  [DIES, ["dies", "jed"]],
];
const FORMS = new Map<string, string>();
for (const [forms, stems] of STEMS)
  for (const stem of stems) for (const [ending, codes] of Object.entries(forms)) FORMS.set(stem + ending, codes);
/** Removes words that are not only determiners. */
for (const word of ["ihr", "sein", "jeden", "jedes"]) FORMS.delete(word);

const DATIVE = new Set("mit nach bei von zu aus".split(" "));
const ACCUSATIVE = new Set("für durch gegen ohne".split(" "));

/** Lists nouns with two genders, and words that are used without agreement. */
const EXCEPTIONS = new Set(
  "teil see band leiter moment virus blog event laptop joghurt ketchup meter liter prozent uhr euro cent mal paar meer filter radio service cluster download newsletter tag gehalt verdienst kunde bund flur kiefer steuer tor schild heide erbe gummi keks dschungel barock biotop bonbon curry essay mail e-mail email mitte app url link post podcast chat plus minus ende anfang test mann frau herr abend morgen mittag nachmittag vormittag nacht raus heim zuhause bistum deutsch englisch sync".split(
    " ",
  ),
);

/** Lists words after which an article is a pronoun or belongs to another word ("ins eine Ohr", "dass das Zufall ist"). */
const NOT_AFTER = new Set(
  "der die das dem den dessen deren und oder auch ist sind war waren dass ob wenn weil ins ans im am zum zur vom beim etwas alles nichts als wie".split(
    " ",
  ),
);

/** Returns reports of articles and possessives that match no form of the noun after them: "der Auto", "mit den Auto". */
export function germanArticles(parts: readonly Part[], readingsOf: ReadingsOf): SentenceReport[] {
  return parts.flatMap((part, at) => {
    const codes = FORMS.get(part.lower);
    if (codes === undefined || part.isShouted || part.lower.length < 3) return [];
    const before = parts[at - 1];
    // After a comma it may be a pronoun: "ein Mann, der Autos mag".
    if (before && /^[,(/]$/u.test(before.text)) return [];
    if (before && NOT_AFTER.has(before.lower)) return [];
    // "Ein Ort, an dem junge Familien leben": a relative pronoun.
    if (
      parts[at - 2]?.text === "," &&
      /^(?:an|auf|in|bei|mit|von|zu|für|durch|aus|nach|über|unter|vor|um|gegen|ohne)$/u.test(before?.lower ?? "")
    )
      return [];
    // After another determiner, "eine" is an adjective: "dieser eine Satz".
    if (before && part.lower.startsWith("ein") && FORMS.has(before.lower)) return [];
    // In "Hat das Folgen?", "das" is a pronoun.
    if (part.lower === "das" && before && canBe(before.readings, "V")) return [];
    const place =
      /^\p{Ll}+e[nmrs]?$/u.test(parts[at + 1]?.text ?? "") && canBe(parts[at + 1]?.readings ?? "", "A") ? at + 2 : at + 1;
    const noun = parts[place];
    const after = parts[place + 1];
    if (!noun || !isPlainNoun(noun, after) || isListed(parts, place + 1)) return [];
    const readings = nounReadings(noun, readingsOf);
    if (readings === "" || EXCEPTIONS.has(noun.lower)) return [];
    // "Nicht das Große zählt": an adjective used as a noun has every gender.
    if (/e[nmrs]?$/u.test(noun.lower) && canBe(readings, "A")) return [];
    // "des Art. 6" is short for "des Artikels 6".
    if (noun.lower === "art" && after?.text === ".") return [];
    // In "in den Hubs", the plural of a loan word looks like a genitive.
    if (noun.lower.endsWith("s") && isOnly(readings, ["N.sg"])) return [];
    const wanted = withCase(codes, prepositionBefore(parts, at));
    if (wanted.some((code) => canBe(readings, `N${code}`))) return [];
    return [
      reportFor(
        { article: part, noun, readings, before: prepositionBefore(parts, at), phrase: parts.slice(at, place + 1) },
        readingsOf,
      ),
    ];
  });
}

/**
 * Returns true if a noun is neither a name nor part of a longer one, and is not the object of a participle ("der Deutsch
 * sprechende Lehrer").
 */
function isPlainNoun(noun: Part, after: Part | undefined): boolean {
  if (noun.kind !== "word" || !noun.isCapital || noun.isShouted || noun.lower.length < 3 || /-$/u.test(noun.text)) return false;
  if (after?.kind === "word" && (after.isCapital || /(?:end|t)e[nmrs]?$|^(?:und|oder|of|für|bis|um|an|zu)$/u.test(after.lower)))
    return false;
  return !after || (after.kind !== "number" && !/^[-/&*_:]$/u.test(after.text));
}

/** Returns true if other nouns follow, the last of which the article may belong to: "in Form einer Kuchen, Muffin oder Gebäckspende". */
function isListed(parts: readonly Part[], at: number): boolean {
  const isNoun = (part: Part | undefined) => part?.kind === "word" && part.isCapital;
  const isJoined = (part: Part | undefined) => /^(?:und|oder|sowie|bzw)$/u.test(part?.lower ?? "");
  return parts[at]?.text === "," && isNoun(parts[at + 1]) && isJoined(parts[at + 2]) && isNoun(parts[at + 3]);
}

/**
 * Returns the word before an article, unless it is not its preposition: "was für ein", "meiner Ansicht nach", "ohne den Gästen zu
 * sagen".
 */
function prepositionBefore(parts: readonly Part[], at: number): Part | undefined {
  const [farther, before] = [parts[at - 2], parts[at - 1]];
  if (!before || farther?.opens) return undefined;
  if (before.lower === "für" && parts.slice(Math.max(0, at - 6), at).some(({ lower }) => lower === "was")) return undefined;
  // "Von welcher Website aus der Zugriff erfolgte".
  if (before.lower === "aus" && parts.slice(Math.max(0, at - 5), at).some(({ lower }) => lower === "von")) return undefined;
  if (before.lower === "nach" && farther && (farther.isCapital || farther.lower === "und")) return undefined;
  if (before.lower === "ohne" && parts.slice(at, at + 9).some(({ lower, readings }) => lower === "zu" || canBe(readings, "Vz")))
    return undefined;
  return before;
}

/** Returns the codes of an article that fit the preposition before it, or all codes if none does. */
function withCase(codes: string, before: Part | undefined): string[] {
  const all = codes.split(" ");
  const wanted = DATIVE.has(before?.lower ?? "") ? "d" : ACCUSATIVE.has(before?.lower ?? "") ? "a" : null;
  if (wanted === null) return all;
  const fitting = all.filter((code) => code.endsWith(wanted));
  // "mit der" fits. "mit das" has the wrong case, which this check does not report.
  return fitting.length > 0 ? fitting : all;
}

type Wrong = { article: Part; noun: Part; readings: string; before: Part | undefined; phrase: readonly Part[] };

function genitiveOf(noun: Part, readingsOf: ReadingsOf): string | null {
  const forms = [`${noun.text}s`, `${noun.text}es`];
  return forms.find((form) => canBe(readingsOf(form.toLowerCase()), "N.sg")) ?? null;
}

function reportFor({ article, noun, readings, before, phrase }: Wrong, readingsOf: ReadingsOf): SentenceReport {
  const genitive = /^(?:des|\p{Ll}+es)$/u.test(article.lower) ? genitiveOf(noun, readingsOf) : null;
  const right = genitive ? article.lower : bestArticle(article.lower, readings, before);
  const rest = phrase.slice(1).map(({ text }) => text);
  const fix =
    right && (genitive || rest.length === 1)
      ? [inCaseOf(right, article.text), ...rest.slice(0, -1), genitive ?? noun.text].join(" ")
      : null;
  const only = right ? inCaseOf(right, article.text) : null;
  return {
    rule: "grammar/agreement",
    by: "de/article",
    severity: "error",
    confidence: 0.75,
    message: only
      ? `“${article.text}” does not go with “${noun.text}”: write “${fix ?? only}”.`
      : `“${article.text}” does not go with “${noun.text}”.`,
    start: article.start,
    end: fix ? noun.end : article.end,
    suggestions: fix ? [fix] : only ? [only] : [],
  };
}

/** Returns the form of a determiner that fits a noun, in the case that the writer most likely meant. */
function bestArticle(written: string, readings: string, before: Part | undefined): string | null {
  const family = STEMS.find(([forms, stems]) =>
    stems.some((stem) => written.startsWith(stem) && written.slice(stem.length) in forms),
  );
  if (!family) return null;
  const [forms, stems] = family;
  const stem = stems.find((each) => written.startsWith(each) && written.slice(each.length) in forms) ?? "";
  const cases = DATIVE.has(before?.lower ?? "")
    ? "d"
    : ACCUSATIVE.has(before?.lower ?? "")
      ? "a"
      : `${caseOf(FORMS.get(written) ?? "")}nad`;
  for (const wanted of cases)
    for (const [ending, codes] of Object.entries(forms))
      if (codes.split(" ").some((code) => code.endsWith(wanted) && canBe(readings, `N${code}`))) return stem + ending;
  return null;
}

function caseOf(codes: string): string {
  const cases = new Set(codes.split(" ").map((code) => code.at(-1)));
  return cases.has("n") ? "n" : [...cases].join("");
}
