import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { pathToFileURL } from "node:url";
import { z } from "zod";

/** A misspelling and what was meant. `isHeldOut`: the model was not fitted to it, nor to another one of the same word. */
export type Misspelling = { wrong: string; right: string; isHeldOut: boolean };

const WORD = /^[a-z]{3,}$/u;
const MISSPELLINGS = z.object({ dictionaryDefinitions: z.array(z.object({ suggestWords: z.array(z.string()) })) });

/** Reads the pairs of a tab-separated file (wrong, right), in plain letters. */
export function readPairs(path: string): Misspelling[] {
  const lines = readFileSync(path, "utf8").trimEnd().split("\n");
  return lines.flatMap((line) => asMisspelling(line.split("\t")));
}

/** Reads the misspellings of cspell's list that can mean one word only. */
export function readCommonMisspellings(): Misspelling[] {
  return readCspellList().flatMap((pair) => asMisspelling(pair));
}

/** Reads all words of cspell's list of misspellings. */
export function readMisspelled(): string[] {
  return readCspellList().flatMap(([wrong = ""]) => (WORD.test(wrong) ? [wrong] : []));
}

function readCspellList(): string[][] {
  const name = "@cspell/dict-en-common-misspellings";
  const manifest = findPackageJSON(name, import.meta.url);
  if (!manifest) throw new Error(`The package ${name} is not installed.`);
  const file = readFileSync(new URL("dict/dict-en.json", pathToFileURL(manifest)), "utf8");
  const { dictionaryDefinitions } = MISSPELLINGS.parse(JSON.parse(file));
  return dictionaryDefinitions.flatMap(({ suggestWords }) => suggestWords.map((pair) => pair.split("->")));
}

function asMisspelling([wrong = "", right = ""]: readonly string[]): Misspelling[] {
  return WORD.test(wrong) && WORD.test(right) ? [{ wrong, right, isHeldOut: isHeldOut(right) }] : [];
}

/** Decides by its name whether a word, a site or a document is kept from the fit: a third of them are. */
export function isHeldOut(name: string): boolean {
  const [first = 0] = createHash("sha256").update(name).digest();
  return first % 3 === 0;
}

/** The ways in which a misspelling is met, with the texts around it. */
export const FORMS = ["lower case", "first word", "in a title", "alone in a heading", "in capitals", "as a name"] as const;
export type Form = (typeof FORMS)[number];
export type Carried = { text: string; kind: "paragraph" | "heading"; wrong: string; right: string };

const CARRIERS: Readonly<Record<Form, readonly string[]>> = {
  "lower case": [
    "They saw _ there today.",
    "We have to think about _ before the end of the week.",
    "Please read the page on _ and tell us what you think.",
    "The team will talk about _ when you call us.",
    "All of it, with _ too, is part of the price.",
    "Our shop is known for _ and for good coffee.",
  ],
  "first word": [
    "_ is what we do best for our customers.",
    "_ are open to all members of the club.",
    "We open at nine. _ will be sent to you by email.",
    "_ and much more can be found in our shop.",
    "_ before you visit us, and bring your children.",
  ],
  "in a title": [
    "Our _ Team",
    "_ and Services",
    "Welcome to Our _ Page",
    "Opening _",
    "About Our _ and Prices",
    "Book Your _ Today",
    "The Best _ in Town",
    "_ Information",
  ],
  "alone in a heading": ["_"],
  // For what always has a capital: "Febuary".
  "as a name": [
    "We are closed in _ and open again after.",
    "They came to us from _ last year.",
    "There is no class on _ this month.",
  ],
  "in capitals": ["OUR _ AND PRICES", "_", "WELCOME TO _"],
};

/** Puts a misspelling where it is met in one of the ways; `turn` chooses among the texts for it. */
export function carry({ wrong, right }: Misspelling, form: Form, turn: number): Carried {
  const carriers = CARRIERS[form];
  const carrier = carriers[turn % carriers.length] ?? "_";
  const inForm = (word: string) =>
    form === "lower case" ? word : form === "in capitals" ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1);
  const kind = form === "lower case" || form === "first word" ? "paragraph" : "heading";
  return { text: carrier.replace("_", inForm(wrong)), kind, wrong: inForm(wrong), right: inForm(right) };
}
