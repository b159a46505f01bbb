/** Characters at a document's end in which its last tag is searched. */
const END = 2_000;

/**
 * Returns true if a document ends with `</html>`, so that all of it has arrived. Some servers count bytes wrongly, leave out the last chunk
 * or never close the connection, and browsers show their pages.
 */
export function isWholeDocument(text: string): boolean {
  return /<\/html\s*>\s*(?:<!--.*)?$/is.test(text.slice(-END));
}
