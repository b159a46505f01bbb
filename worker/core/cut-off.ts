/** Shortens a text to at most `most` UTF-16 code units, with an ellipsis at the cut. */
export function cutOff(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
