/** A start tag in HTML: the text after its name, and the index after the tag. */
export type StartTag = { attributes: string; end: number };

/**
 * Finds start tags in unparsed HTML, including those in comments and scripts. `opening` matches their beginnings
 * (`/<title\b/gi`). Skips unclosed tags. Reads each character once.
 */
export function* startTags(html: string, opening: RegExp): Generator<StartTag, void, undefined> {
  opening.lastIndex = 0;
  while (opening.test(html)) {
    const from = opening.lastIndex;
    const close = html.indexOf(">", from);
    if (close === -1) return;
    yield { attributes: html.slice(from, close), end: close + 1 };
    opening.lastIndex = close + 1;
  }
}
