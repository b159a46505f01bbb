import { FUNCTION_WORDS, MERE_PLURALS, PLAIN_PLURALS, UNCHANGED_VERBS } from "./closed-words.ts";
import { IRREGULAR_VERBS } from "./irregular-verbs.ts";
import wordClasses from "./word-classes.json" with { type: "json" };

/** Classes of words, as bits, because most words belong to several. */
export const WORD_CLASS = {
  /** noun, singular */ N: 1,
  /** noun, plural */ P: 2,
  /** verb: as in "to go" */ V: 4,
  /** third person: "goes" */ Z: 8,
  /** past: "went" */ D: 16,
  /** past participle: "gone" */ C: 32,
  /** "going" */ G: 64,
  /** adjective */ J: 128,
  /** adverb */ R: 256,
  /** comparative */ K: 512,
  /** superlative */ S: 1024,
  /** number */ U: 2048,
  /** pronouns, prepositions and other words that hold a sentence together */ X: 4096,
} as const;

const { N, P, V, Z, D, C, G, J, R, K, S, U, X } = WORD_CLASS;
const LETTERS: Readonly<Record<string, number>> = { N, V, J, R };

const lemmas = new Map<string, number>();
for (const [letters, words] of Object.entries(wordClasses.classes)) {
  const bits = [...letters].reduce((sum, letter) => sum | (LETTERS[letter] ?? 0), 0);
  for (const word of words.join(" ").split(" ")) lemmas.set(word, bits);
}

/** A word and the classes that a form of it belongs to: "went" is "go" as D. */
type Form = { lemma: string; bits: number };
const irregular = new Map<string, Form[]>();
/** Maps a lemma and one class to the form: "go" as D is "went". */
const forms = new Map<string, string>();

function addForm(form: string, lemma: string, bits: number): void {
  irregular.set(form, [...(irregular.get(form) ?? []), { lemma, bits }]);
  for (const bit of [P, Z, D, C, G, K, S]) {
    const key = `${lemma} ${bit}`;
    if ((bits & bit) !== 0 && !forms.has(key)) forms.set(key, form);
  }
}

addForm("is", "be", Z);
addForm("was", "be", D);
addForm("been", "be", C);
addForm("has", "have", Z);
addForm("worked", "work", D | C);
addForm("women", "woman", P);
for (const [base, past, participle] of IRREGULAR_VERBS) {
  addForm(past, base, D);
  addForm(participle, base, C);
}
for (const verb of UNCHANGED_VERBS) addForm(verb, verb, D | C);
addPairs(wordClasses.irregularVerbs, (form) => (form.endsWith("ing") ? G : /(?:s|are|am)$/u.test(form) ? Z : D | C));
addPairs(wordClasses.irregularNouns, () => P);
addPairs(wordClasses.irregularAdjectives, (form) => (form.endsWith("st") ? S : K));

function addPairs(rows: readonly string[], bitsOf: (form: string) => number): void {
  for (const pair of rows.join(",").split(",")) {
    const [form = "", lemma = ""] = pair.split(" ");
    const known = irregular.get(form)?.some((other) => other.lemma === lemma && (other.bits & bitsOf(form)) !== 0);
    if (!known) addForm(form, lemma, bitsOf(form));
  }
}

const cache = new Map<string, number>();
const MOST_CACHED = 50_000;

/** Returns the classes of a word in lower case with straight apostrophes; 0 if the word is unknown. */
export function classesOf(word: string): number {
  const cached = cache.get(word);
  if (cached !== undefined) return cached;
  if (cache.size >= MOST_CACHED) cache.clear();
  const bits = FUNCTION_WORDS.get(word) ?? analyse(word);
  cache.set(word, bits);
  return bits;
}

/** Returns true for a word that WordNet lists in its base form. */
export function isListed(word: string): boolean {
  return lemmas.has(word);
}

function analyse(word: string): number {
  if (/^\p{N}/u.test(word)) return U;
  let bits = MERE_PLURALS.has(word) ? P : (lemmas.get(word) ?? 0);
  for (const form of irregular.get(word) ?? []) bits |= form.bits;
  if (PLAIN_PLURALS.has(word)) bits |= P;
  for (const { lemma, bits: asForm } of regularForms(word)) {
    const known = lemmas.get(lemma) ?? 0;
    if (asForm === P && known & N && !PLAIN_PLURALS.has(lemma)) bits |= P;
    if (asForm & (Z | D | C | G) && known & V && !(irregular.has(word) && asForm & (D | C))) bits |= asForm;
    if (asForm & (K | S) && known & (J | R)) bits |= asForm;
  }
  // WordNet knows "basics" and "blinks" as nouns of their own; both are plurals, too.
  if (bits & N && /[^sui]s$/u.test(word) && lemmas.has(word.slice(0, -1))) bits |= P;
  if (bits === 0 && word.length > 5 && word.endsWith("ly")) return R;
  return bits;
}

/** Returns the words and classes that a regular form could belong to; the words may not exist. */
function regularForms(word: string): Form[] {
  const found: Form[] = [];
  const cut = (ending: string, bits: number, ...instead: string[]) => {
    if (word.length < ending.length + 2 || !word.endsWith(ending)) return;
    for (const end of instead) found.push({ lemma: word.slice(0, -ending.length) + end, bits });
  };
  for (const bits of [P, Z]) {
    cut("ies", bits, "y");
    cut("es", bits, "");
    if (!/(?:ss|us|is)$/u.test(word)) cut("s", bits, "");
  }
  cut("ied", D | C, "y");
  cut("ed", D | C, "", "e");
  cut("ing", G, "", "e");
  cut("ier", K, "y");
  cut("er", K, "", "e");
  cut("iest", S, "y");
  cut("est", S, "", "e");
  return found;
}

/** Returns the base form of a verb ("goes" → "go"), or the form itself if no verb is known. */
export function verbOf(form: string): string {
  if ((lemmas.get(form) ?? 0) & V) return form;
  const known = (irregular.get(form) ?? []).find(({ bits }) => bits & (Z | D | C | G));
  if (known) return known.lemma;
  return regularForms(form).find(({ lemma, bits }) => bits & (Z | D | C | G) && (lemmas.get(lemma) ?? 0) & V)?.lemma ?? form;
}

/** Returns the form of a verb in one class. */
export function inflectVerb(verb: string, as: "Z" | "D" | "C" | "G"): string {
  const known = forms.get(`${verb} ${WORD_CLASS[as]}`);
  if (known) return known;
  if (as === "Z") return withS(verb);
  if (as === "G") return (/[^eoy]e$/u.test(verb) ? verb.slice(0, -1) : verb).concat("ing");
  if (/[^aeiou]y$/u.test(verb)) return `${verb.slice(0, -1)}ied`;
  return verb.endsWith("e") ? `${verb}d` : `${verb}ed`;
}

/** Returns the plural of a noun. */
export function pluralOf(noun: string): string {
  return PLAIN_PLURALS.has(noun) ? noun : (forms.get(`${noun} ${P}`) ?? withS(noun));
}

/** Returns the singular of a plural, or the word itself if no singular is known. */
export function singularOf(plural: string): string {
  const known = (irregular.get(plural) ?? []).find(({ bits }) => bits & P);
  if (known) return known.lemma;
  return regularForms(plural).find(({ lemma, bits }) => bits & P && (lemmas.get(lemma) ?? 0) & N)?.lemma ?? plural;
}

/** Returns the comparative (K) or superlative (S) of an adjective. */
export function compareAdjective(adjective: string, as: "K" | "S"): string {
  const known = forms.get(`${adjective} ${WORD_CLASS[as]}`);
  const ending = as === "K" ? "er" : "est";
  return known ?? adjective.replace(/([^aeiou])y$/u, "$1i").replace(/e$/u, "") + ending;
}

function withS(word: string): string {
  if (/[^aeiou]y$/u.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|[^aeiou]o)$/u.test(word) ? `${word}es` : `${word}s`;
}

/**
 * Returns the bits of classes given by their letters: "NP".
 * @throws an error if a letter is unknown
 */
export function bitsOf(letters: string): number {
  let bits = 0;
  for (const letter of letters) {
    const bit = Object.entries(WORD_CLASS).find(([name]) => name === letter)?.[1];
    if (bit === undefined) throw new Error(`There is no word class ${letter}.`);
    bits |= bit;
  }
  return bits;
}

export const FUNCTION_WORD = X;
