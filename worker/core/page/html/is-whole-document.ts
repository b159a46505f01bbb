/** Characters at a document's end in which its last tag is searched. */
const END = 2_000;

/**
 * Returns true if a document has arrived as a whole, whatever its transfer says: its last tag is `</html>`. Some servers count bytes wrongly,
 * leave out the last chunk or never close the connection, and browsers show their pages all the same.
 */
export function isWholeDocument(text: string): boolean {
  return /<\/html\s*>\s*(?:<!--.*)?$/is.test(text.slice(-END));
}
