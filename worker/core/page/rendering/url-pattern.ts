/** Folders of a path that tell page types apart; deeper ones are taken together. */
const MAX_FOLDERS = 3;

/**
 * The family that a page's address belongs to; pages of one family tend to be made by one template. Path folders, with numbers made equal,
 * the last segment's extension, and the names in the query: `/blog/2026/my-post.html?page=2` is in `/blog/{n}/*.html?page`.
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
