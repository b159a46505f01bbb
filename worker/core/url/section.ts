/**
 * Returns the section of a site that contains a page: its first folder, or two if the first is a language (`/de/blog/`); for
 * pages at the top, the names in the query.
 */
export function sectionOf(url: string): string {
  const { pathname, search } = new URL(url);
  const folders = pathname.split("/").slice(1, -1);
  const deep = /^[a-z]{2}(?:[-_][a-z]{2})?$/i.test(folders[0] ?? "") ? 2 : 1;
  const names = search === "" ? "" : `?${[...new Set(new URLSearchParams(search).keys())].sort().join("&")}`;
  return `/${folders.slice(0, deep).join("/")}${folders.length === 0 ? names : ""}`.slice(0, 100);
}
