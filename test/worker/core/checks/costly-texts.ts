import { type Language, primarySubtag } from "#worker/core/language/languages.ts";

/** A text that is made to be dear to check: `make` gives about `size` characters of it. */
export type CostlyText = { name: string; language: Language; make(size: number): string };

/** Different words without meaning: always the same ones for a size, and others for another, so that none is remembered. */
function madeUpWords(
  size: number,
  { letters = "abcdefghiklmnoprstuvwyz", longest = 12, between = " ", capital = false } = {},
): string {
  let state = 7 + size;
  const next = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  const words: string[] = [];
  for (let length = 0; length < size; ) {
    const word = Array.from({ length: 4 + next(longest - 3) }, () => letters.charAt(next(letters.length))).join("");
    words.push(capital ? word.charAt(0).toUpperCase() + word.slice(1) : word);
    length += word.length + between.length;
  }
  return words.join(between);
}

const repeat = (part: string) => (size: number) => part.repeat(Math.ceil(size / part.length)).trim();
const between = (before: string, part: string, after: string) => (size: number) =>
  `${before}${part.repeat(Math.ceil(size / part.length))}${after}`;

const PARTS: Readonly<Record<string, string>> = {
  de: "Apfel Garten Brot Fenster Wasser Kinder Straße Wolken Lampe Stein Kuchen Nebel Hafen Vogel Tisch Regen",
  nl: "appel tuin brood venster water kinder straat wolken lamp steen koek nevel haven vogel tafel regen",
};

/** Compounds that no dictionary has, of words that it has. */
function compounds(language: "de" | "nl"): (size: number) => string {
  const parts = (PARTS[language] ?? "").toLowerCase().split(" ");
  return (size) => {
    const words: string[] = [];
    let length = 0;
    for (let at = size; length < size; at++) {
      const word = [at, Math.floor(at / 16), Math.floor(at / 256)].map((place) => parts[place % parts.length] ?? "").join("");
      words.push(language === "de" ? word.charAt(0).toUpperCase() + word.slice(1) : word);
      length += word.length + 1;
    }
    return words.join(" ");
  };
}

/** Right sentences, after which a text is taken for what it is said to be: long enough for the longest text that is made. */
const PROSE: Readonly<Record<string, string>> = {
  en: "We went to the house and saw that they had been there before. ",
  de: "Wir gingen am Abend in das Haus und sahen, dass sie schon da waren. ",
  fr: "Nous sommes allés dans la maison et nous avons vu que tout était là. ",
  es: "Fuimos a la casa por la tarde y vimos que ya no estaban en ella. ",
  it: "Siamo andati nella casa e abbiamo visto che non erano ancora arrivati. ",
  nl: "Wij gingen naar het huis en zagen dat zij daar al eerder waren. ",
  pt: "Fomos para a casa de noite e vimos que eles não estavam mais lá. ",
};

/** One part after another with as much prose, so that the text is in its language and not foreign to it. */
function amongProse(language: Language, make: (size: number) => string): (size: number) => string {
  const sentence = PROSE[primarySubtag(language)] ?? "";
  return (size) => sentence.repeat(Math.ceil(size / sentence.length / 2)) + make(size / 2);
}

const LANGUAGES: readonly Language[] = ["en-US", "de", "fr", "es", "it", "nl", "pt-BR"];

/** Texts that are tried in every language. */
const IN_EVERY_LANGUAGE: readonly { name: string; make(size: number): string }[] = [
  { name: "one word of ligatures", make: repeat("ﬁ") },
  { name: "one word of letters", make: repeat("abdeci") },
  { name: "one word in capitals", make: repeat("ABDECI") },
  { name: "one word of combining marks", make: between("a", "\u0316\u0301", "") },
  { name: "one word with joiners", make: repeat("a\u200D") },
  { name: "a chain of hyphens", make: repeat("xrecieve-") },
  { name: "a chain of apostrophes", make: repeat("ab'd'") },
  { name: "a chain of elisions", make: repeat("l'") },
  { name: "a chain of commas", make: repeat("xrecieve,") },
  { name: "a chain of brackets", make: repeat("xrecieve)(") },
  { name: "a chain of dashes", make: repeat("xrecieve—") },
  { name: "a chain of slashes", make: repeat("xrecieve/xx") },
  { name: "digits and letters", make: repeat("ab1") },
  { name: "digits of another script", make: between("", "٣", "é") },
  { name: "one unknown word, many times", make: repeat("xrecieve ") },
  { name: "one unknown word within others", make: between("xrecieve ", "xrecievex ", "") },
  { name: "one name, many times", make: repeat("Xanthro. ") },
  { name: "many made-up words", make: (size) => madeUpWords(size) },
  { name: "many made-up names", make: (size) => madeUpWords(size, { capital: true }) },
  { name: "made-up words with joiners", make: (size) => madeUpWords(size, { letters: "aeio\u200D\u200C" }) },
  { name: "made-up words of up to fifty-nine letters", make: (size) => madeUpWords(size, { longest: 59 }) },
  { name: "entities", make: repeat("&amp;") },
  { name: "entities between words", make: repeat("a &amp; a ") },
  { name: "garbled characters", make: repeat("cafÃ© ") },
  { name: "lost characters", make: repeat("a\uFFFDb ") },
  { name: "stops after an accent", make: between("é ", ".", "x") },
  { name: "marks after a word", make: between("a ", "!", "x") },
  { name: "quotation marks alone", make: between("a ", '" ', "x") },
  { name: "quoted words", make: repeat('"xword" ') },
  { name: "brackets within brackets", make: between("a ", "(", " a") },
  { name: "very short sentences", make: repeat("A b. ") },
  { name: "abbreviations", make: repeat("e.g. Mr. ") },
  { name: "addresses", make: repeat("https://example.com/recieve ") },
  { name: "emoji", make: repeat("👩‍👩‍👧‍👦") },
  { name: "emoji between unknown words", make: repeat("xrecieve 👩‍👩‍👧‍👦 ") },
  { name: "objects", make: repeat("xrecieve \uFFFC ") },
  { name: "spaces before stops", make: repeat("abc , def ") },
];

/** Texts for the rules of one language. */
const IN_ONE_LANGUAGE: readonly CostlyText[] = [
  { name: "a chain of full stops", language: "en-US", make: repeat("recieve.Xa") },
  {
    name: "a slip in every sentence",
    language: "en-US",
    make: repeat("The parcel will be deliver on Monday. There are two kind of tickets. "),
  },
  { name: "one noun without a capital", language: "de", make: repeat("das haus und ") },
  { name: "made-up compounds", language: "de", make: compounds("de") },
  { name: "made-up compounds", language: "de-CH", make: compounds("de") },
  { name: "made-up compounds", language: "nl", make: compounds("nl") },
  { name: "words with many ss", language: "de-CH", make: repeat("xssassassassa ") },
  { name: "values of programs", language: "en-US", make: repeat("$null €undefined ") },
  { name: "dates that have passed", language: "en-US", make: repeat("Register by 3 May 2020. ") },
  { name: "telephone numbers", language: "en-US", make: repeat("call 555-555-5555 ") },
  { name: "template variables", language: "en-US", make: repeat("{{ name }} ") },
  { name: "tags", language: "en-US", make: repeat("<b>now</b> ") },
  { name: "tags that never end", language: "en-US", make: repeat("<b>now ") },
  { name: "words said twice", language: "en-US", make: repeat("We saw the the cat. ") },
  { name: "words said twice", language: "de", make: repeat("Wir sehen und und die Katze. ") },
  { name: "words that fell apart", language: "en-US", make: repeat("we go to gether with out them. ") },
  { name: "British words", language: "en-US", make: repeat("colour and favourite travelled ") },
  { name: "patterns", language: "en-US", make: repeat("I would of gone, better then they. ") },
  { name: "cues for Harper", language: "en-US", make: repeat("It allows to check it. ") },
  { name: "one sentence of cues for Harper", language: "en-US", make: repeat("it allows to check it and ") },
];

/** Texts that are made to be dear to check, each within prose of its language. */
export const COSTLY_TEXTS: readonly CostlyText[] = [
  ...LANGUAGES.flatMap((language) => IN_EVERY_LANGUAGE.map((text) => ({ ...text, language }))),
  ...IN_ONE_LANGUAGE,
].map(({ name, language, make }) => ({ name, language, make: amongProse(language, make) }));

/** A plugin's left-over that is never closed: each attribute once doubled the work. */
export function openShortcode(attributes: number): string {
  return `[abc${' a=""'.repeat(attributes)}`;
}
