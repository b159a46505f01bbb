/** Returns a text of at most `most` UTF-16 code units: a longer one is cut and ends with an ellipsis. */
export function cutOff(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
