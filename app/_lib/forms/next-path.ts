/** Returns the path to open after signing in: `next` if it is one of our pages, else the list of sites. */
export function nextPath(next: unknown, appUrl: string): string {
  const home = "/sites";
  if (typeof next !== "string" || !next.startsWith("/")) return home;
  const { origin } = new URL(appUrl);
  const target = URL.parse(next, appUrl);
  if (target?.origin !== origin) return home;
  const path = `${target.pathname}${target.search}`;
  // Removing dot segments can leave a path such as "//evil.example", which a browser reads as another host, so the result is
  // checked.
  return /^\/(?![/\\])/.test(path) && URL.parse(path, appUrl)?.origin === origin ? path : home;
}
