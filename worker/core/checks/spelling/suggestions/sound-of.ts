/** Maps spellings of English sounds to codes; they apply in this order. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:kn|gn|pn)/u, "n"],
  [/^wr/u, "r"],
  [/^ps/u, "s"],
  [/^x/u, "s"],
  [/ph/gu, "f"],
  [/th/gu, "0"],
  [/tch/gu, "ch"],
  [/(?:ti|si|ci|xi)(?=o|a)|sh|ch/gu, "S"],
  [/gh(?!e)/gu, ""],
  [/mb$/u, "m"],
  [/dg(?=[eiy])|g(?=[eiy])/gu, "j"],
  [/sc(?=[eiy])|c(?=[eiy])|z/gu, "s"],
  [/ck|qu|[cqk]/gu, "k"],
  [/x/gu, "ks"],
  [/(?<=.)[aeiouyhw']/gu, ""],
  [/(.)\1+/gu, "$1"],
];

/**
 * Returns a rough code for the sound of an English word. People confuse words that sound alike, even if spelt differently
 * ("fone", "phone").
 */
export function soundOf(word: string): string {
  return SOUNDS.reduce((sound, [spelling, plain]) => sound.replace(spelling, plain), word.toLowerCase());
}
