/** A link as it is written, relative to a folder: `bread/` in `https://bakery.example/` (`base`). */
export type FolderLink = { base: string; path: string };

/**
 * Returns a link relative to the folder of its page, without query and fragment; null for links that begin at the root or lead upwards,
 * which mean the same address from every folder. `url`: the address that it leads to.
 */
export function folderLink({ href, url }: { href: string; url: string }): FolderLink | null {
  const typed = href.trim();
  if (typed === "" || /^(?:[a-z][a-z\d+.-]*:|[/\\?#])/i.test(typed) || /(?:^|[/\\])\.\.(?:[/\\?#]|$)/.test(typed)) return null;
  const plain = plainPath(typed);
  if (plain !== null && isHttp(url)) return linkAt(url, plain);
  const written = URL.parse(typed, "http://folder/");
  const to = URL.parse(url);
  const path = written?.pathname.slice(1) ?? "";
  if (!to || path === "" || !to.pathname.endsWith(`/${path}`)) return null;
  return { base: to.origin + to.pathname.slice(0, -path.length), path };
}

/** Returns the path of a link in which parsing would change nothing, without query and fragment; null for any other. */
function plainPath(typed: string): string | null {
  const path = /^[\w./-]+/.exec(typed)?.[0] ?? "";
  const isWhole = path.length === typed.length || /[?#]/.test(typed.charAt(path.length));
  return isWhole && path !== "" && !/\.\/|\/\/|\.$/.test(path) ? path : null;
}

/** Returns true for an address, as parsed before, in which its host follows its scheme. */
function isHttp(url: string): boolean {
  return /^https?:\/\/[^/?#@]+\//.test(url);
}

function linkAt(url: string, path: string): FolderLink | null {
  const address = url.split(/[?#]/, 1)[0] ?? "";
  const root = address.indexOf("/", address.indexOf("//") + 2);
  return address.endsWith(`/${path}`) && address.length - path.length > root
    ? { base: address.slice(0, -path.length), path }
    : null;
}

/** Returns true if an address is the link's path after one or more of these folders within `base`: `/cake/tea/bread/`. */
export function isNested(url: string, { base, path }: FolderLink, folders: ReadonlySet<string>): boolean {
  const address = withSlash(url.split(/[?#]/, 1)[0] ?? "");
  const end = withSlash(path);
  if (!address.startsWith(base) || !address.endsWith(`/${end}`)) return false;
  const between = address.slice(base.length, -end.length).split("/").slice(0, -1);
  return between.length > 0 && between.every((folder) => folders.has(folder));
}

/** Returns the folders in a link's path: `a` and `b` in `a/b/index.html`. A last part without a slash may be a folder, too. */
export function foldersIn(path: string): string[] {
  return path.split("/").filter((part) => part !== "" && !/\.\w{1,5}$/.test(part));
}

/** Adds a slash, so that `/bread` and `/bread/` are one address. */
export function withSlash(address: string): string {
  return address.endsWith("/") ? address : `${address}/`;
}
