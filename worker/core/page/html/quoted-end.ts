/**
 * Makes a finder of where quoted strings end in one text: the index after the quotation mark that closes the one at `at`; -1 where none does
 * before the line, or the text, ends. `\` and what follows it belong to the string; `isOneLine` says for which marks a line's end ends it.
 * However many marks stand there, each character is looked at a bounded number of times.
 */
export function makeQuotedEnd(text: string, isOneLine: (mark: string) => boolean): (at: number) => number {
  /** The index up to which each kind of mark is known to be unclosed: another one in between reads the rest as the first did. */
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
