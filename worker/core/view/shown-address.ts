/**
 * Formats an address for people: without `https://`, `www.` and the trailing slash, and percent-decoded where possible. Not for
 * links. Returns text that is no URL unchanged.
 */
export function shownAddress(address: string): string {
  const url = URL.parse(address);
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:")) return address;
  const host = url.host.replace(/^www\./, "");
  const path = readable(`${url.pathname}${url.search}${url.hash}`);
  return path === "/" ? host : `${host}${path.replace(/\/$/, "")}`;
}

/** Formats the path of an address, for lists of pages of one site: "/about", "/" for the front page. */
export function shownPath(address: string): string {
  const url = URL.parse(address);
  return url ? readable(`${url.pathname}${url.search}`) : address;
}

/** Percent-decodes text, unless it has control or bidirectional characters, which could make one address look like another. */
function readable(encoded: string): string {
  try {
    const decoded = decodeURI(encoded);
    return /[\p{Cc}\p{Cf}\s]/u.test(decoded) ? encoded : decoded;
  } catch (error) {
    if (error instanceof URIError) return encoded;
    throw error;
  }
}
