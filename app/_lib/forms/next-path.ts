/** Returns the path to open after signing in: `next` if it leads to a page of ours, else the list of sites. */
export function nextPath(next: unknown, appUrl: string): string {
  const home = "/sites";
  if (typeof next !== "string" || !next.startsWith("/")) return home;
  const { origin } = new URL(appUrl);
  const target = URL.parse(next, appUrl);
  if (target?.origin !== origin) return home;
  const path = `${target.pathname}${target.search}`;
  // Dot segments leave paths such as "//evil.example" behind, which a browser reads as another host: so the result itself is checked.
  return /^\/(?![/\\])/.test(path) && URL.parse(path, appUrl)?.origin === origin ? path : home;
}
