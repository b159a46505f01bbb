/**
 * The part of a site that a page stands in: its first folder, the second too where the first is a language (`/de/blog/`), else the names in
 * its query. Pages at the top are one section.
 */
export function sectionOf(url: string): string {
  const { pathname, search } = new URL(url);
  const folders = pathname.split("/").slice(1, -1);
  const deep = /^[a-z]{2}(?:[-_][a-z]{2})?$/i.test(folders[0] ?? "") ? 2 : 1;
  const names = search === "" ? "" : `?${[...new Set(new URLSearchParams(search).keys())].sort().join("&")}`;
  return `/${folders.slice(0, deep).join("/")}${folders.length === 0 ? names : ""}`.slice(0, 100);
}
