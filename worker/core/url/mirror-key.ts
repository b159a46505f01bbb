/**
 * Returns the same key for addresses that many servers answer with one page: with and without `www.`, `index.html` and the
 * trailing slash, over http and https, in capitals, with the query in another order. Only their contents can confirm that they
 * are one page.
 */
export function mirrorKey(address: string): string {
  const { host, pathname, search } = new URL(address);
  const path = pathname
    .toLowerCase()
    .replace(/\/(?:index|default|home)\.(?:html?|xhtml|php|aspx?|jsp)$/, "/")
    .replace(/\/+/g, "/")
    .replace(/\/$/, "");
  const query = search.slice(1).split("&").sort().join("&");
  return `${host.replace(/^www\./, "")}${path}?${query}`;
}
