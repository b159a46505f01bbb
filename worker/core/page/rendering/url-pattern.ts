/** Path folders that distinguish page types; deeper ones are merged. */
const MAX_FOLDERS = 3;

/**
 * Returns the pattern of a page's address; pages with one pattern tend to share a template. Keeps the folders with numbers
 * replaced, the extension and the query's names: `/blog/2026/my-post.html?page=2` becomes `/blog/{n}/*.html?page`.
 */
export function urlPattern(url: string): string {
  const { pathname, searchParams } = new URL(url);
  const segments = pathname.split("/").slice(1);
  const last = segments.pop() ?? "";
  const folders = segments.slice(0, MAX_FOLDERS).map((folder) => folder.replace(/\d+/g, "{n}"));
  if (segments.length > MAX_FOLDERS) folders.push("**");
  const extension = /\.[a-z]{2,5}$/i.exec(last)?.[0] ?? "";
  const names = [...new Set(searchParams.keys())].sort().join("&");
  return `/${[...folders, last === "" ? "" : `*${extension}`].join("/")}${names === "" ? "" : `?${names}`}`.slice(0, 300);
}
