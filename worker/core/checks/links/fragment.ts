/** Prefixes under which well-known hosts put the ids of what their users write, mending the links with a script. */
const HIDDEN_PREFIXES = ["user-content-"];

/**
 * The place on its page that a target names, as it stands in the URL; null where it names none that must exist: the page's top, a text
 * directive (`#:~:text=`), or the route of a program that runs in the page (`#/orders`, `#!orders`).
 */
export function fragmentOf(target: string): string | null {
  const hash = URL.parse(target)?.hash.slice(1) ?? "";
  const [fragment = ""] = hash.split(":~:", 1);
  return fragment === "" || fragment.toLowerCase() === "top" || /^[/!]/.test(fragment) ? null : fragment;
}

/** True if one of a page's anchors is what the fragment names (WHATWG HTML, 7.4.6.3): as it stands, else percent-decoded. */
export function hasAnchor(anchors: readonly string[], fragment: string): boolean {
  const names = namesOf(anchors);
  return names.has(fragment) || names.has(decodeFragment(fragment));
}

/** Long pages have thousands of anchors, and thousands of links to them: gone through once a page, not once a link. */
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

/** A fragment as people read it; one that is encoded badly stays as it is. */
export function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch (error) {
    if (error instanceof URIError) return fragment;
    throw error;
  }
}
