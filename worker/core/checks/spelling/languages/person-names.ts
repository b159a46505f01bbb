import { canBe, isOnly } from "../../grammar/languages/engine/parts.ts";
import type { UnknownWord } from "../find-unknown.ts";
import type { KnownWords } from "../is-right.ts";
import type { LanguageWords } from "../lexicon.ts";
import type { Word } from "../tokenize.ts";

/** Lists titles and forms of address that precede names, in all languages but English. */
const TITLES = new Set(
  (
    "herr herrn frau familie fam dr prof dipl ing pfarrer pastor pater notar notarin bürgermeister bürgermeisterin präsident präsidentin " +
    "m mm mme mmes mlle monsieur madame mademoiselle maître me docteur abbé père sœur maire " +
    "sr sra srta don doña señor señora señorita d dña dra ing lic arq abg padre fray alcalde alcaldesa " +
    "sig signor signora signorina dott dottor dottoressa avv geom rag arch prof professor professoressa suor fra " +
    "dhr mevr mevrouw meneer heer drs mr ds dominee burgemeester " +
    "senhor senhora dona dom doutor doutora eng engª profª professora frei irmã presidente"
  ).split(" "),
);

/** Number of characters to read before a word: a title with its full stop, or an initial. */
const BEFORE = 20;
const PARTICLES =
  /^(?:van|vanden|vander|von|vom|zu|zum|zur|de|der|den|des|dem|ter|ten|te|du|del|della|di|da|do|dos|das|la|le|el|y|e)$/iu;

const LONGEST_NAME = 50;
/** Matches a text of nothing but a name, the family name first: "Springer, Patrik". */
const NAME_WITH_COMMA = /^\p{Lu}[\p{L}'’-]+, \p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}.'’-]*)?$/u;

type Place = Pick<UnknownWord, "word" | "words" | "at">;

/**
 * Returns true for a capitalised word in the place of a family name: after a given name or a title ("Erwin Häusler", "Frau Prante"),
 * or before a comma and a given name that opens a text ("Häusler, Erwin").
 */
export function isFamilyName({ word, words, at }: Place, text: string, known: KnownWords & { words: LanguageWords }): boolean {
  if (!/^\p{Lu}/u.test(word.word)) return false;
  if (text.length <= LONGEST_NAME && NAME_WITH_COMMA.test(text)) return true;
  const next = words[at + 1];
  if (next && isGivenName(next.word, known) && /^,\s$/u.test(text.slice(word.end, next.start)) && word.opensSentence)
    return true;
  if (AFTER_INITIAL.test(text.slice(Math.max(0, word.start - 5), word.start))) return true;
  if (!known.language.startsWith("de") && isBesideName(words[at + 1], word, text, known)) return true;
  let before = at - 1;
  while (PARTICLES.test(words[before]?.word ?? "") && at - before <= 3) before--;
  const first = words[before];
  const lead = text.slice(Math.max(0, word.start - BEFORE), word.start);
  if (TITLES.has(/(?<!\p{L})(\p{L}{1,13})\.?\s$/u.exec(lead)?.[1]?.toLowerCase() ?? "")) return true;
  return first !== undefined && isGivenName(first.word, known) && BETWEEN.test(text.slice(first.end, word.start));
}

/** Matches an initial: "P. Welvaert". */
const AFTER_INITIAL = /(?<![\p{L}.])\p{Lu}\.\s$/u;

/** Returns true if the next word has a capital although it is no common word: "Andrée Ruts" in a list of people. */
function isBesideName(next: Word | undefined, word: Word, text: string, { speller }: KnownWords): boolean {
  if (!next || !/^\p{Lu}\p{Ll}{2}/u.test(next.word) || text.slice(word.end, next.start) !== " ") return false;
  return !speller.correct(next.word.toLowerCase());
}

/** Matches what may stand between a given name and a family name: spaces, initials and particles. */
const BETWEEN = /^\s(?:\p{Lu}\.\s?|\p{L}\p{Ll}{0,5}\s){0,3}$/u;

/** Returns true if a capitalised word is no common word, and a name in the lists or one that the dictionary has with its capital alone. */
function isGivenName(word: string, { language, names, speller, words }: KnownWords & { words: LanguageWords }): boolean {
  if (!/^\p{Lu}\p{Ll}/u.test(word)) return false;
  const lower = word.toLowerCase();
  if (!language.startsWith("de")) return !speller.correct(lower) && (names.has(lower) || speller.correct(word));
  const readings = words.readingsOf(lower);
  return canBe(readings, "E") ? isOnly(readings, ["E"]) : readings === "" && names.has(lower);
}
