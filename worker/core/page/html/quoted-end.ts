/**
 * Returns a function that gives the index after the quotation mark that closes the one at `at`, or -1 if the string is not
 * closed. `\` escapes the next character. `isOneLine` returns true for marks whose strings end at a line break. The total cost
 * is linear in the text, however many marks it has.
 */
export function makeQuotedEnd(text: string, isOneLine: (mark: string) => boolean): (at: number) => number {
  /** Index up to which each kind of mark is known to be unclosed: a later mark before that index is unclosed, too. */
  const unclosedUntil = new Map<string, number>();
  return (at) => {
    const mark = text.charAt(at);
    if (at < (unclosedUntil.get(mark) ?? 0)) return -1;
    const oneLine = isOneLine(mark);
    let index = at + 1;
    while (index < text.length) {
      const character = text[index];
      if (character === mark) return index + 1;
      if (character === "\n" && oneLine) break;
      index += character === "\\" ? 2 : 1;
    }
    unclosedUntil.set(mark, index);
    return -1;
  };
}
