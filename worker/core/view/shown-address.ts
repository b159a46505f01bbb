/**
 * An address as people say it: without `https://`, `www.` and the last slash, percent-encoding read where it can be. Never for linking.
 * What is no URL comes back as it is.
 */
export function shownAddress(address: string): string {
  const url = URL.parse(address);
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:")) return address;
  const host = url.host.replace(/^www\./, "");
  const path = readable(`${url.pathname}${url.search}${url.hash}`);
  return path === "/" ? host : `${host}${path.replace(/\/$/, "")}`;
}

/** The path of an address alone, for lists of pages of one site: "/about", "/" for the front page. */
export function shownPath(address: string): string {
  const url = URL.parse(address);
  return url ? readable(`${url.pathname}${url.search}`) : address;
}

/** Control and direction characters stay encoded: they could make one address look like another. */
function readable(encoded: string): string {
  try {
    const decoded = decodeURI(encoded);
    return /[\p{Cc}\p{Cf}\s]/u.test(decoded) ? encoded : decoded;
  } catch (error) {
    if (error instanceof URIError) return encoded;
    throw error;
  }
}
