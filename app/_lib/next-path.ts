/** Where to go after signing in: `next` if it is a path of ours, else the list of sites. An address elsewhere is never followed. */
export function nextPath(next: unknown, appUrl: string): string {
  if (typeof next !== "string" || !next.startsWith("/")) return "/sites";
  const target = URL.parse(next, appUrl);
  if (target?.origin !== new URL(appUrl).origin) return "/sites";
  return `${target.pathname}${target.search}`;
}
