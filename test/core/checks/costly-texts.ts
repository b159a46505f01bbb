import type { Language } from "#worker/core/languages.ts";
import type { BlockKind } from "#worker/core/page/block.ts";

/** A text that is made to be dear to check: `make` gives about `size` characters of it. */
export type CostlyText = { name: string; language: Language; kind?: BlockKind; make(size: number): string };

/** Different words without meaning, always the same ones: a small generator of its own, for tests must repeat. */
function madeUpWords(
  size: number,
  { letters = "abcdefghiklmnoprstuvwyz", longest = 12, between = " ", capital = false } = {},
): string {
  let state = 7;
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
  const parts = (PARTS[language] ?? "").split(" ");
  return (size) => {
    const words: string[] = [];
    let length = 0;
    for (let at = 0; length < size; at++) {
      const places = [at, at * 7 + 3, at * 11 + Math.floor(at / 16) + 5];
      const word = places
        .map((place) => (parts[place % parts.length] ?? "").toLowerCase())
        .join("x".repeat(at % 3 === 0 ? 1 : 0));
      words.push(language === "de" ? word.charAt(0).toUpperCase() + word.slice(1) : word);
      length += word.length + 1;
    }
    return words.join(" ");
  };
}

const FOREIGN: readonly Language[] = ["de", "fr", "es", "it", "nl", "pt-BR"];

export const COSTLY_TEXTS: readonly CostlyText[] = [
  { name: "one word of ligatures", language: "en-US", make: repeat("ﬁ") },
  { name: "one word of letters", language: "en-US", make: repeat("abdeci") },
  { name: "words of fifty-nine letters", language: "en-US", make: (size) => madeUpWords(size, { longest: 59 }) },
  { name: "one word in capitals", language: "en-US", make: repeat("ABDECI") },
  { name: "one word of combining marks", language: "en-US", make: between("a", "\u0316\u0301", "") },
  { name: "one word with joiners", language: "en-US", make: repeat("a\u200D") },
  {
    name: "one word in joiners, many ways",
    language: "en-US",
    make: (size) => madeUpWords(size, { letters: "aeio\u200D\u200C" }),
  },
  { name: "a chain of hyphens", language: "en-US", make: repeat("recieve-") },
  { name: "a chain of hyphens in German", language: "de", make: repeat("Apfelx-") },
  { name: "a chain of apostrophes", language: "en-US", make: repeat("ab'd'") },
  { name: "a chain of elisions", language: "fr", make: repeat("l'") },
  { name: "a chain of commas", language: "en-US", make: repeat("recieve,") },
  { name: "a chain of brackets", language: "en-US", make: repeat("recieve)(") },
  { name: "a chain of dashes", language: "en-US", make: repeat("recieve—") },
  { name: "a chain of full stops", language: "en-US", make: repeat("recieve.Xa") },
  { name: "digits and letters", language: "en-US", make: repeat("ab1") },
  { name: "digits of another script", language: "en-US", make: between("", "٣", "é") },
  { name: "one misspelling, many times", language: "en-US", make: repeat("recieve ") },
  { name: "one misspelling in other words", language: "en-US", make: between("recieve ", "recievex ", "") },
  { name: "one name, many times", language: "en-US", make: repeat("Xanthro was here. ") },
  { name: "one noun without a capital", language: "de", make: repeat("das haus und ") },
  { name: "many made-up words", language: "en-US", make: (size) => madeUpWords(size) },
  { name: "many made-up names", language: "en-US", make: (size) => madeUpWords(size, { capital: true }) },
  {
    name: "made-up words among words",
    language: "en-US",
    make: (size) => madeUpWords(size / 4, { between: " and the house of " }),
  },
  ...FOREIGN.map((language) => ({ name: "many made-up words", language, make: (size: number) => madeUpWords(size) })),
  { name: "made-up compounds", language: "de", make: compounds("de") },
  { name: "made-up compounds", language: "de-CH", make: compounds("de") },
  { name: "made-up compounds", language: "nl", make: compounds("nl") },
  { name: "entities", language: "en-US", make: repeat("&amp;") },
  { name: "entities between words", language: "en-US", make: repeat("salt &amp; pepper ") },
  { name: "values of programs", language: "en-US", make: repeat("$null €undefined ") },
  { name: "dates that have passed", language: "en-US", make: repeat("Register by 3 May 2020. ") },
  { name: "garbled characters", language: "en-US", make: repeat("cafÃ© ") },
  { name: "stops in a text with an accent", language: "en-US", make: between("é ", ".", "x") },
  { name: "marks after a word", language: "en-US", make: between("a ", "!", "x") },
  { name: "marks alone", language: "en-US", make: between("see this ", '" ', "x") },
  { name: "telephone numbers", language: "en-US", make: repeat("call 555-555-5555 ") },
  { name: "a shortcode that never ends", language: "en-US", make: between("[abc", ' a=""', "") },
  { name: "template variables", language: "en-US", make: repeat("{{ name }} ") },
  { name: "tags", language: "en-US", make: repeat("<b>now</b> ") },
  { name: "tags that never end", language: "en-US", make: repeat("<b>now ") },
  { name: "lost characters", language: "en-US", make: repeat("a\uFFFDb ") },
  { name: "words said twice", language: "en-US", make: repeat("We saw the the cat. ") },
  { name: "words said twice", language: "de", make: repeat("Wir sehen und und die Katze. ") },
  { name: "words that fell apart", language: "en-US", make: repeat("we go to gether with out them. ") },
  { name: "British words", language: "en-US", make: repeat("colour and favourite travelled ") },
  { name: "patterns", language: "en-US", make: repeat("I would of gone, better then they. ") },
  { name: "cues for Harper", language: "en-US", make: repeat("It allows to check it. ") },
  { name: "one sentence of cues for Harper", language: "en-US", make: repeat("it allows to check it and ") },
  { name: "spaces before stops", language: "en-US", make: repeat("bread , cake ") },
  { name: "brackets within brackets", language: "en-US", make: between("see ", "(", " that") },
  { name: "quotation marks", language: "en-US", make: repeat('"word" ') },
  { name: "very short sentences", language: "en-US", make: repeat("A b. ") },
  { name: "abbreviations", language: "en-US", make: repeat("e.g. Mr. ") },
  { name: "addresses", language: "en-US", make: repeat("https://example.com/recieve ") },
  { name: "emoji", language: "en-US", make: repeat("👩‍👩‍👧‍👦") },
  { name: "emoji between misspellings", language: "en-US", make: repeat("recieve 👩‍👩‍👧‍👦 ") },
  { name: "objects", language: "en-US", make: repeat("recieve \uFFFC ") },
];
