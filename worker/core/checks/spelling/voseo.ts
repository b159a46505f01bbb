import type { Speller } from "./lexicon.ts";

/** Countries where people write "vos sabés": BCP 47 regions. */
const REGIONS = /^es-(?:[a-z]{4}-)?(?:AR|UY|PY|CR|GT|HN|NI|SV)\b/iu;
/** Words that nobody writes who says "tú". */
const MARKS = /(?<!\p{L})(?:vos|sos|tenés|podés|querés|sabés|hacés|venís|vení|decinos|contanos|mirá|elegí)(?!\p{L})/iu;

/** True if a text is for people who say "vos": by the country that it declares, or by its words. */
export function saysVos(text: string, lang: string | null): boolean {
  return (lang !== null && REGIONS.test(lang)) || MARKS.test(text);
}

/** Endings of the forms for "vos" and those of their infinitives: "sabés" of "saber", "pagá" of "pagar", "decinos" of "decir". */
const ENDING = /(?:([áéí])s?|([aei])((?:[mts]e|n?os|l[aoe]s?){1,2}))$/u;

/** True if a word, in lower case, is a verb's form for "vos", in the present or the imperative. */
export function isVoseo(word: string, speller: Speller): boolean {
  const found = ENDING.exec(word);
  if (!found) return false;
  const vowel = (found[1] ?? found[2] ?? "").normalize("NFD").charAt(0);
  const infinitive = `${word.slice(0, found.index)}${vowel}r`;
  return infinitive.length > 3 && speller.correct(infinitive);
}
