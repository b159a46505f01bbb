/** Prefixes that large hosts add to ids in user content; their scripts resolve links without the prefix. */
const HIDDEN_PREFIXES = ["user-content-"];

/**
 * Returns the anchor in a target's URL, still encoded. Returns null if no such anchor need exist: the top of the page, a text
 * directive (`#:~:text=`), or a client-side route (`#/orders`, `#!orders`).
 */
export function fragmentOf(target: string): string | null {
  const hash = target.includes("#") ? (URL.parse(target)?.hash.slice(1) ?? "") : "";
  const [fragment = ""] = hash.split(":~:", 1);
  return fragment === "" || fragment.toLowerCase() === "top" || /^[/!]/.test(fragment) ? null : fragment;
}

/** True if a page has the anchor that a fragment names (WHATWG HTML, 7.4.6.3): literally or percent-decoded. */
export function hasAnchor(anchors: readonly string[], fragment: string): boolean {
  const names = namesOf(anchors);
  return names.has(fragment) || names.has(decodeFragment(fragment));
}

/** Anchor names per page: long pages have thousands of anchors and thousands of links to them. */
const known = new WeakMap<readonly string[], ReadonlySet<string>>();

function namesOf(anchors: readonly string[]): ReadonlySet<string> {
  const before = known.get(anchors);
  if (before) return before;
  const names = new Set(anchors);
  for (const prefix of HIDDEN_PREFIXES)
    for (const anchor of anchors) if (anchor.startsWith(prefix)) names.add(anchor.slice(prefix.length));
  known.set(anchors, names);
  return names;
}

/** Decodes a fragment as browsers do: each `%` with two digits is a byte of UTF-8, all else stays (WHATWG URL, 1.3). Never throws. */
export function decodeFragment(fragment: string): string {
  return fragment.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => UTF_8.decode(Buffer.from(bytes.replaceAll("%", ""), "hex")));
}

const UTF_8 = new TextDecoder("utf-8", { ignoreBOM: true });
