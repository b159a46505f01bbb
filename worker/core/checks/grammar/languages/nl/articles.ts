import type { SentenceReport } from "../../sentence-report.ts";
import { inCaseOf } from "../engine/compile-rule.ts";
import { canBe, isOnly, type Part, type ReadingsOf } from "../engine/parts.ts";

/** Lists determiners of nouns with "de", each with its counterpart for nouns with "het". */
const PAIRS = [
  ["de", "het"],
  ["deze", "dit"],
  ["die", "dat"],
  ["onze", "ons"],
  ["iedere", "ieder"],
  ["elke", "elk"],
] as const;

const FOR_DE: ReadonlyMap<string, string> = new Map(PAIRS);
const FOR_HET: ReadonlyMap<string, string> = new Map(PAIRS.map(([de, het]) => [het, de]));

/** Lists nouns that are used with both articles, or have another meaning with "het". */
const EITHER = new Set(
  "soort deel kant keer aantal best gros zat eind einde keuze moment meest minst midden buiten binnen hof bal pad punt idee portret hoog laag blad stof zegel doek veer knoop gemak filter rooster schilderij salaris aas diamant das draad email e-mail blog link logo menu team type habitat nectar houweel attest".split(
    " ",
  ),
);

/** Returns reports of "de", "het" and similar determiners before nouns of the other kind, and of wrong adjectives after "een". */
export function articlesOf(parts: readonly Part[], readingsOf: ReadingsOf): SentenceReport[] {
  return parts.flatMap((part, at) => {
    if (part.kind !== "word" || part.isShouted) return [];
    const found = wrongArticle(parts, at) ?? wrongAdjective(parts, at, readingsOf);
    return found ? [{ rule: "grammar/agreement", severity: "error" as const, ...found }] : [];
  });
}

type Found = Omit<SentenceReport, "rule" | "severity">;

/** Matches prepositions, after which "elk" and "ieder" belong to the noun that follows. */
const BEFORE_EACH =
  /^(?:aan|achter|bij|binnen|buiten|door|in|met|na|naar|om|onder|op|over|per|tegen|tijdens|tot|uit|van|voor|zonder)$/u;

function wrongArticle(parts: readonly Part[], at: number): Found | null {
  const [before, article, word, after] = [parts[at - 1], parts[at], parts[at + 1], parts[at + 2]];
  if (!article || !word || !isSureNoun(word)) return null;
  // "het hotel" is complete, but in "het hotel restaurant" and "de website bouwer" one word is split into two.
  if (after?.kind === "word" && canBe(after.readings, "N") && !canBe(after.readings, "V") && !canBe(after.readings, "O"))
    return null;
  const isHet = FOR_HET.has(article.lower);
  const right = isHet ? FOR_HET.get(article.lower) : FOR_DE.get(article.lower);
  const readings = word.readings;
  const isWrong = isHet ? isOnly(readings, ["Nd", "Np"]) : isOnly(readings, ["Nn"]);
  if (right === undefined || !isWrong) return null;
  // "dat" and "die" can begin clauses, "ons" can mean a person and "dit" a thing, so check them only at the start of a sentence.
  if (/^(?:dat|die|dit|ons)$/u.test(article.lower) && !(article.opens && after?.kind === "word" && canBe(after.readings, "V")))
    return null;
  // "elk" and "ieder" can mean each of several things: "geloven die elk invloed hebben".
  if (/^(?:elk|ieder)$/u.test(article.lower) && !article.opens && !BEFORE_EACH.test(before?.lower ?? "")) return null;
  if (
    article.lower === "het" &&
    before &&
    /^(?:is|was|wordt|geef|geeft|vraag|dat|als|of|wat|om|doet|doe|zegt|maakt|heeft)$/u.test(before.lower)
  )
    return null;
  if (isHet && canBe(readings, "Np") && !article.opens) return null;
  const fix = inCaseOf(right, article.text);
  return {
    by: "nl/article",
    confidence: 0.8,
    message: `“${word.text}” goes with “${right}”: write “${fix} ${word.text}”.`,
    start: article.start,
    end: word.end,
    suggestions: [`${fix} ${word.text}`],
  };
}

/**
 * Reports the form of an adjective after "een": it ends in "e" unless the noun takes "het" ("een mooi tuin", "een leuke huis").
 */
function wrongAdjective(parts: readonly Part[], at: number, readingsOf: ReadingsOf): Found | null {
  const [article, adjective, noun, after] = [parts[at], parts[at + 1], parts[at + 2], parts[at + 3]];
  if (article?.lower !== "een" || !adjective || !noun || !isSureNoun(noun) || adjective.isCapital) return null;
  if (after?.kind === "word" && canBe(after.readings, "N") && !canBe(after.readings, "V") && !canBe(after.readings, "O"))
    return null;
  const isHet = isOnly(noun.readings, ["Nn"]);
  const isDe = isOnly(noun.readings, ["Nd"]);
  // For people, both forms are right: "een groot bewonderaar", "een goed dichter".
  if (/(?:aar|er|or|ist|ant|ent|eur|man|vrouw|mens)$/u.test(noun.lower)) return null;
  const isBare =
    isOnly(adjective.readings, ["A"]) &&
    canBe(adjective.readings, "A") &&
    !canBe(adjective.readings, "Ae") &&
    !canBe(adjective.readings, "Ac");
  const isEnding = isOnly(adjective.readings, ["Ae"]);
  const fix =
    isDe && isBare ? inflected(adjective.text, readingsOf) : isHet && isEnding ? bare(adjective.text, readingsOf) : null;
  if (!fix) return null;
  return {
    by: "nl/adjective",
    confidence: 0.75,
    message: `Before “${noun.text}”, write “${fix}”, not “${adjective.text}”.`,
    start: adjective.start,
    end: adjective.end,
    suggestions: [fix],
  };
}

function isSureNoun({ readings, lower, isCapital, kind }: Part): boolean {
  return kind === "word" && !isCapital && lower.length > 2 && !EITHER.has(lower) && isOnly(readings, ["N"]);
}

function inflected(word: string, readingsOf: ReadingsOf): string | null {
  const stem = word.replace(/([aeou])\1([^aeiou])$/u, "$1$2");
  const forms = [`${stem}e`, `${word}e`, `${word}${word.at(-1)}e`, `${stem.slice(0, -1)}ve`, `${stem.slice(0, -1)}ze`];
  return forms.find((form) => canBe(readingsOf(form), "Ae")) ?? null;
}

function bare(word: string, readingsOf: ReadingsOf): string | null {
  const stem = word.replace(/e$/u, "");
  const forms = [stem, stem.replace(/([^aeiou])\1$/u, "$1"), stem.replace(/([aeou])([^aeiou])$/u, "$1$1$2")];
  return forms.find((form) => canBe(readingsOf(form), "A") && !canBe(readingsOf(form), "Ae")) ?? null;
}
