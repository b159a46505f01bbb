/** What people type who mean `http` or `https`; none of these is in use for anything else. */
const MISTYPED = new Set(
  "ttp htt htp htpp hhttp htttp httpp hppt ttps htts htps htpps hhttps htttps httpps httpss httsp hptts".split(" "),
);

export type MalformedAddress = { address: string; scheme: string; fault: "unreadable" | "scheme" | "file" };

/**
 * An address, as it stands, that was meant for the web and leads no visitor anywhere: browsers cannot read it (`http://exa mple.com`,
 * `http://`), its scheme is mistyped (`htp://example.com`), or it is of a file on somebody's computer. Null for all others.
 */
export function malformedAddress(href: string): MalformedAddress | null {
  const address = href.replace(/[\t\n\r]/g, "").trim();
  const scheme = /^([a-z]+):\/\//i.exec(address)?.[1]?.toLowerCase();
  if (scheme === undefined) return null;
  if (scheme === "file") return { address, scheme, fault: "file" };
  if (MISTYPED.has(scheme)) return { address, scheme, fault: "scheme" };
  return (scheme === "http" || scheme === "https") && !URL.canParse(address) ? { address, scheme, fault: "unreadable" } : null;
}
