import { classesOf, singularOf, WORD_CLASS } from "./word-class.ts";

const { N, P } = WORD_CLASS;

/** Returns true for the singular and the plural of one noun: "the CPU cores". */
export function isOtherNumber(one: string, other: string): boolean {
  const [singular, plural] = one.length < other.length ? [one, other] : [other, one];
  return (classesOf(singular) & N) !== 0 && (classesOf(plural) & P) !== 0 && singularOf(plural) === singular;
}
