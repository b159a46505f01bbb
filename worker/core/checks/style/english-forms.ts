import { IRREGULAR_VERBS } from "../grammar/engine/irregular-verbs.ts";

/** Forms in which an English verb or noun appears beside its base: "uses", "used" (past and participle), "using". */
export const FORMS = ["s", "past", "participle", "ing"] as const;
export type Form = (typeof FORMS)[number];

const IRREGULAR = new Map(IRREGULAR_VERBS.map(([base, past, participle]) => [base, { past, participle }]));
const IRREGULAR_S: ReadonlyMap<string, string> = new Map([
  ["have", "has"],
  ["person", "people"],
  ["child", "children"],
  ["foot", "feet"],
  ["wife", "wives"],
  ["life", "lives"],
  ["half", "halves"],
]);
/** Verbs of several syllables whose last letter is doubled. */
const DOUBLED = /(?:mit|fer|cur|pel|gin|get|set|trol|bel)$/u;
const PLAIN_WORD = /^[a-z]{3,}$/u;
/** Words that are a form already. */
const FORMED = /(?:[^e]ed|ing|[^siu]s)$/u;
const SMALL_WORDS = new Set(
  "about,at,away,back,by,down,for,from,in,into,of,off,on,out,over,through,to,up,upon,with".split(","),
);

/** Returns a phrase in a form: a single word; of several, the first before a small word ("make use of"), a verb, or else the last. Null: it has none. */
export function inflectPhrase(phrase: readonly string[], form: Form): string[] | null {
  const [first = ""] = phrase;
  const isLed = SMALL_WORDS.has(phrase.at(-1) ?? "") || IRREGULAR.has(first) || form !== "s";
  const place = isLed ? 0 : phrase.length - 1;
  return inflectAt(phrase, place, form);
}

/** Returns a phrase with the word at one place in a form; null where that word has none. */
export function inflectAt(phrase: readonly string[], place: number, form: Form): string[] | null {
  const inflected = inflectWord(phrase[place] ?? "", form);
  return inflected === null ? null : phrase.with(place, inflected);
}

/** Returns the regular forms of an English word: "deploys", "deployed", "deploying". */
export function regularForms(word: string): string[] {
  return [addS(word), addEd(word), addIng(word)];
}

function inflectWord(word: string, form: Form): string | null {
  if (!PLAIN_WORD.test(word) && !IRREGULAR.has(word)) return null;
  const irregular = IRREGULAR.get(word);
  if (!irregular && FORMED.test(word)) return null;
  switch (form) {
    case "s":
      return IRREGULAR_S.get(word) ?? addS(word);
    case "past":
    case "participle":
      return irregular?.[form] ?? addEd(word);
    case "ing":
      return addIng(word);
  }
}

function addS(word: string): string {
  if (/[^aeiou]y$/u.test(word)) return `${word.slice(0, -1)}ies`;
  if (/(?:[sxz]|ch|sh|[^aeiou]o)$/u.test(word)) return `${word}es`;
  return /[^u]man$/u.test(word) ? `${word.slice(0, -2)}en` : `${word}s`;
}

function addEd(word: string): string {
  if (word.endsWith("e")) return `${word}d`;
  if (/[^aeiou]y$/u.test(word)) return `${word.slice(0, -1)}ied`;
  return `${withDoubledEnd(word)}ed`;
}

function addIng(word: string): string {
  if (word.endsWith("ie")) return `${word.slice(0, -2)}ying`;
  if (/[^eoy]e$/u.test(word)) return `${word.slice(0, -1)}ing`;
  return `${withDoubledEnd(word)}ing`;
}

/** "stop" → "stopp", "commit" → "committ"; "look" and "open" stay. */
function withDoubledEnd(word: string): string {
  const isShort = /^[^aeiou]*[aeiou][^aeiouwxy]$/u.test(word);
  return isShort || DOUBLED.test(word) ? word + word.slice(-1) : word;
}
