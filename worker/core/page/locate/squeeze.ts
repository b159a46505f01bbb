/**
 * Characters that may differ between a Block's text and the page: white space, invisible ones, and what is replaced before a text is stored
 * (see `storable`) or while a run is built.
 */
const LEFT_OUT = /[\s\u00AD\u200B\u2060\uFEFF\uFFFB\uFFFD\0\uD800-\uDFFF]/;

/** A text without white space and invisible characters. `at[i]`: position of its character `i` in the original. */
export type Squeezed = { text: string; at: number[] };

/**
 * Returns a text without the characters that do not count when it is compared with a page's. Positions are in UTF-16 code units; a pair of
 * surrogates stays, a lone one goes.
 */
export function squeeze(text: string): Squeezed {
  const kept: string[] = [];
  const at: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const isPair = code >= 0xd800 && code <= 0xdbff && isLowSurrogate(text.charCodeAt(index + 1));
    if (isPair) {
      kept.push(text.slice(index, index + 2));
      at.push(index, index + 1);
      index += 1;
    } else if (!LEFT_OUT.test(text[index] ?? "")) {
      kept.push(text[index] ?? "");
      at.push(index);
    }
  }
  return { text: kept.join(""), at };
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
