import { regularForms } from "../style/english-forms.ts";

/** A word in a dictionary. `withEndings`: its forms are right, too. */
export type DictionaryEntry = { word: string; withEndings: boolean };

/**
 * Returns a word with its English endings -s, -es, -ed and -ing, spelled by the rules ("vlog": "vlogs", "vlogged", "vlogging"). Possessives
 * need none, since each word accepts them. Abbreviations have the plural only ("PDFs").
 */
export function withEndings(word: string): string[] {
  if (!/\p{L}$/u.test(word)) return [word];
  const isAbbreviation = word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
  if (isAbbreviation) return [word, `${word}s`];
  // "avocados" and "avocadoes", but no "entitys".
  const plain = /o$/iu.test(word) ? [`${word}s`] : [];
  return [...new Set([word, ...plain, ...regularForms(word)])];
}

/** Returns all words that entries accept. */
export function acceptedWords(entries: readonly DictionaryEntry[]): string[] {
  return entries.flatMap((entry) => (entry.withEndings ? withEndings(entry.word) : [entry.word]));
}
