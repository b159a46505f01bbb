import type { Speller } from "../lexicon.ts";

/** Matches BCP 47 tags with the region of a country where people write "vos sabés". */
const REGIONS = /^es-(?:[a-z]{4}-)?(?:AR|UY|PY|CR|GT|HN|NI|SV)\b/iu;
/** Matches words that people who say "tú" do not write. */
const MARKS =
  /(?<!\p{L})(?:vos|sos|tenés|tenes|podés|podes|querés|queres|sabés|hacés|venís|vení|decinos|decime|escribinos|escribime|seguinos|seguime|pedinos|pedí|venite|contanos|mirá|elegí|seguí|descubrí)(?!\p{L})/iu;

/** Returns true if a text is for people who say "vos", according to its declared country or its words. */
export function saysVos(text: string, lang: string | null): boolean {
  return (lang !== null && REGIONS.test(lang)) || MARKS.test(text);
}

/** Matches words of people who say "vos" that are no words of others, so that one of them tells it of a whole page. */
const SURE_MARKS =
  /(?<!\p{L})(?:vos|tenés|podés|querés|sabés|hacés|decinos|escribinos|escribime|seguinos|pedinos|tenes que|queres)(?!\p{L})/iu;

/** Returns true if a page's texts are for people who say "vos", so that "Contactanos" and "Sumate" on it lack no accent. */
export function pageSaysVos(texts: readonly string[]): boolean {
  return texts.some((text) => SURE_MARKS.test(text));
}

/**
 * Matches the endings of forms for "vos", from which the infinitive follows: "sabés" (saber), "pagá" (pagar), "decinos" (decir).
 */
const ENDING = /(?:([áéí])s?|([aei])((?:[mts]e|n?os|l[aoe]s?){1,2}))$/u;

/** Returns true if a word in lower case is a verb form for "vos", in the present or the imperative. */
export function isVoseo(word: string, speller: Speller): boolean {
  const found = ENDING.exec(word);
  if (!found) return false;
  const vowel = (found[1] ?? found[2] ?? "").normalize("NFD").charAt(0);
  const infinitive = `${word.slice(0, found.index)}${vowel}r`;
  return infinitive.length > 3 && speller.correct(infinitive);
}
