/** Finds telephone and other long numbers, however their digits are grouped. */
export type NumberFinder<Entry> = (text: string, visit: (entry: Entry, start: number, end: number) => void) => void;

const FEWEST_DIGITS = 6;
const NUMBER_TERM = /^[+(]*\d[\d\s()./-]*$/u;
/** Digits with at most two separators between them. */
const RUN = /\d+(?:[\s()./-]{1,3}\d+)*/gu;
const GROUP = /\d+/gu;

/** Returns the digits of a term that is one long number; null for any other. */
export function digitsOfNumber(term: string): string | null {
  const digits = NUMBER_TERM.test(term) ? term.replace(/\D/gu, "") : "";
  return digits.length >= FEWEST_DIGITS ? digits : null;
}

/** Makes a finder for numbers, given by their digits. A number counts only as a whole: groups of digits are not cut. */
export function createNumberFinder<Entry>(numbers: ReadonlyMap<string, Entry[]>): NumberFinder<Entry> {
  const longest = Math.max(0, ...[...numbers.keys()].map((digits) => digits.length));
  return (text, visit) => {
    if (longest === 0) return;
    for (const { 0: run, index } of text.matchAll(RUN)) {
      const groups = [...run.matchAll(GROUP)].map((group) => ({ digits: group[0], start: index + group.index }));
      for (const [first, { start }] of groups.entries()) {
        let digits = "";
        for (const group of groups.slice(first, first + longest)) {
          digits += group.digits;
          if (digits.length > longest) break;
          for (const entry of numbers.get(digits) ?? []) visit(entry, opening(text, start), group.start + group.digits.length);
        }
      }
    }
  };
}

/** Returns where a number begins with its "+" or "(". */
function opening(text: string, start: number): number {
  const first = text.charAt(start - 1) === "(" ? start - 1 : start;
  return text.charAt(first - 1) === "+" ? first - 1 : first;
}
