import { canonicalUrl } from "./canonical-url.ts";

/**
 * Where a Site begins, when the address that was asked answered from `answered`. A move of the whole site (to https, to www, to another
 * domain) is followed; a path that the server chose for us (`/` to `/en/`) is not, because it would leave out the rest of the site.
 */
export function startUrlOf(asked: string, answered: string): string {
  const [from, to] = [new URL(asked), new URL(answered)];
  if (from.origin === to.origin) return asked;
  if (from.pathname === "/" || from.pathname === to.pathname) return new URL(from.pathname + from.search, to.origin).href;
  return canonicalUrl(answered) ?? asked;
}
