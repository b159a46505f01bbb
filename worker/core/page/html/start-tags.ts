/** A start tag in HTML: the text after its name, and the index after the tag. */
export type StartTag = { attributes: string; end: number };

/**
 * The start tags that `opening` finds the beginnings of (`/<title\b/gi`) in HTML that is not taken apart, those in comments and scripts
 * too. One that is not closed is none. Looks at each character once.
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
