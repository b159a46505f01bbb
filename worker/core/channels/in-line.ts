/** Control characters, line separators, and characters that reverse the direction of the text after them. */
const BREAKING = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu;

/** Returns a foreign text as one line that cannot change how the words around it are shown. */
export function inLine(text: string): string {
  return text.replace(BREAKING, " ").replace(/\s+/gu, " ").trim();
}
