/** Returns true if a text is UTF-8 but for few bytes, such as a character that is cut off at its end. */
export function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder("utf-8").decode(bytes);
  let [damaged, whole] = [0, 0];
  for (const character of text) {
    if (character === "\uFFFD") damaged += 1;
    else if (character > "\u007F") whole += 1;
  }
  return damaged <= whole || damaged === 0;
}
