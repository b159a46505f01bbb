/** Misspellings of `http` and `https`; none of these is a scheme in use. */
const MISTYPED = new Set(
  "ttp htt htp htpp hhttp htttp httpp hppt ttps htts htps htpps hhttps htttps httpps httpss httsp hptts".split(" "),
);

/** `C:\plans\menu.pdf`, also with slashes, as word processors link to their own disk. */
const WINDOWS_PATH = /^[a-z]:(?:\\|\/(?!\/))/i;

export type MalformedAddress = { address: string; scheme: string; fault: "unreadable" | "scheme" | "file" };

/**
 * Returns a web address that no visitor can open: browsers cannot parse it (`http://exa mple.com`, `http://`), its scheme is
 * misspelled (`htp://example.com`), or it names a file on somebody's computer. Null for all other addresses.
 */
export function malformedAddress(href: string): MalformedAddress | null {
  const address = href.replace(/[\t\n\r]/g, "").trim();
  if (WINDOWS_PATH.test(address)) return { address, scheme: "file", fault: "file" };
  const scheme = /^([a-z]+):\/\//i.exec(address)?.[1]?.toLowerCase();
  if (scheme === undefined) return null;
  if (scheme === "file") return { address, scheme, fault: "file" };
  if (MISTYPED.has(scheme)) return { address, scheme, fault: "scheme" };
  return (scheme === "http" || scheme === "https") && !URL.canParse(address) ? { address, scheme, fault: "unreadable" } : null;
}
