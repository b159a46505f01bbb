import { canonicalUrl } from "./canonical-url.ts";

/**
 * Returns the start URL of a Site when a request for `asked` was answered from `answered`. Follows a move of the whole site (to
 * https, to www, to another domain), but not a path that the server chose (`/` to `/en/`), which would leave out the rest of
 * the site.
 */
export function startUrlOf(asked: string, answered: string): string {
  const [from, to] = [new URL(asked), new URL(answered)];
  if (from.origin === to.origin) return asked;
  if (from.pathname === "/" || from.pathname === to.pathname) return new URL(from.pathname + from.search, to.origin).href;
  return canonicalUrl(answered) ?? asked;
}
