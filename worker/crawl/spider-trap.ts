/** A folder more often than this in one path is a link that feeds on itself (`/news/news/news/news/`). */
const MAX_SEGMENT_REPEATS = 3;
/** Deeper paths than this are made by machines for nobody. */
const MAX_SEGMENTS = 30;
/**
 * Addresses visited of one path, by how many parameters their queries have. One parameter names articles (`?id=7`) and pages of a list;
 * with several, filters multiply (`?colour=red&size=9&sort=price`) and the pages repeat each other.
 */
const MAX_QUERIES = { one: 5000, two: 500, more: 100 };
/** A path that changes only in numbers (`/calendar/2031/07/14`) shares one count. Blogs by date have thousands; calendars never end. */
const MAX_NUMBERED = 10_000;

/** Says whether an address belongs to a trap, having seen those that it was asked before. Ask once for each distinct address. */
export function createTrapDetector(): (url: string) => boolean {
  const seen = new Map<string, number>();
  const exceeds = (kind: string, limit: number) => {
    const count = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, count);
    return count > limit;
  };
  return (address) => {
    const { pathname, searchParams } = new URL(address);
    if (isEndlessPath(pathname)) return true;
    const parameters = new Set(searchParams.keys()).size;
    const numbered = pathname.replace(/\d+/g, "0");
    if (parameters === 0) return numbered !== pathname && exceeds(`numbers ${numbered}`, MAX_NUMBERED);
    if (parameters === 1) return exceeds(`one ${pathname}`, MAX_QUERIES.one);
    return parameters === 2 ? exceeds(`two ${pathname}`, MAX_QUERIES.two) : exceeds(`more ${pathname}`, MAX_QUERIES.more);
  };
}

/** Numbers may repeat (`/2024/11/11/11`); names that do are a relative link resolved against itself. */
function isEndlessPath(pathname: string): boolean {
  const segments = pathname.split("/").filter((segment) => segment !== "");
  if (segments.length > MAX_SEGMENTS) return true;
  const repeats = new Map<string, number>();
  for (const segment of segments) {
    if (/^\d+$/.test(segment)) continue;
    const count = (repeats.get(segment) ?? 0) + 1;
    if (count > MAX_SEGMENT_REPEATS) return true;
    repeats.set(segment, count);
  }
  return false;
}
