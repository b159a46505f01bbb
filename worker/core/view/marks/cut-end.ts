/** Cuts a text to about `most` UTF-16 code units, between words where there are any, with an ellipsis. */
export function cutEnd(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = Math.floor(most);
  const kept = withoutHalf(text.slice(0, end));
  const space = isSpace(text[end]) ? kept.length : kept.search(/\s\S*$/u);
  return `${(space > 0 ? kept.slice(0, space) : kept).trimEnd()}…`;
}

/** Returns true for a space of any kind. */
export function isSpace(character = ""): boolean {
  return /\s/u.test(character);
}

/** Removes half a character at either end. */
export function withoutHalf(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, "");
}
