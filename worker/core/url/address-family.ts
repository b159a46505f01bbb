/**
 * Difference between the addresses of a family. `dates`: the date shown; `filters`: several parameters; `list`: the part of a
 * list; `items`: a number or one parameter that selects the content.
 */
export type FamilyKind = "dates" | "filters" | "list" | "items";
/** A family of addresses that one program generates, possibly without end. All addresses of a family have the same `key`. */
export type AddressFamily = { kind: FamilyKind; key: string };

const DATE_PARAMETER =
  /^(?:date|day|month|year|week|cal[a-z_-]*|start|end|start[_-]?date|end[_-]?date|from|to|until|since|event[_-]?date|tribe-bar-date|mois|annee|monat|jahr|tag|datum|mes|ano|fecha)$/i;
const DATE_VALUE = /^\d{1,4}(?:[-/.]?\d{1,2}){0,2}$/;
/** `/2031/07`, `/2031/07/14`, `/2031-07-14` at the end of a path: the page of a date, not an article of that day. */
const DATE_PATH = /\/((?:19|20|21)\d{2})[/-](\d{1,2})(?:[/-](\d{1,2}))?\/?$/;
const LIST_PARAMETER = /^(?:page|paged|pg|pageno|page_?num(?:ber)?|p|offset|start|from|skip|first|cursor|after|seite|pagina)$/i;
const LIST_PATH = /\/(?:page|pages|seite|pagina|p)[/-]?\d+\/?$/i;

/** A part of a path that a program made: the key of a session or a visit, which may be another one in each link. */
const KEY_FOLDER = /\/(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=(?:[a-z]*\d){3})(?=\d*[a-z])[0-9a-z]{16,})(?=\/|$)/gi;

/** Returns the family of an address, or null if it has none. */
export function familyOf(url: string): AddressFamily | null {
  if (!/[?\d]/.test(url.slice(url.indexOf("/", 8)))) return null;
  const { pathname, searchParams } = new URL(url);
  const path = pathname.replace(KEY_FOLDER, "/*").replace(/\d+/g, "0");
  const names = [...new Set(searchParams.keys())].sort();
  const isDated = names.some((name) => DATE_PARAMETER.test(name) && DATE_VALUE.test(searchParams.get(name) ?? ""));
  if (isDated) return { kind: "dates", key: `dates ${path}?${names.join("&")}` };
  if (names.length === 0 && DATE_PATH.test(pathname))
    return { kind: "dates", key: `dates ${pathname.replace(DATE_PATH, "").replace(/\d+/g, "0")}/` };
  if (names.length > 1) return { kind: "filters", key: `filters ${path}` };
  if (names.length === 1) {
    const kind = LIST_PARAMETER.test(names[0] ?? "") ? "list" : "items";
    return { kind, key: `${kind} ${path}?${names[0]}` };
  }
  if (LIST_PATH.test(pathname)) return { kind: "list", key: `list ${pathname.replace(LIST_PATH, "").replace(/\d+/g, "0")}/` };
  return path === pathname ? null : { kind: "items", key: `items ${path}` };
}

/** Returns the year in the address of a date page, or null. */
export function yearOf(url: string): number | null {
  const { pathname, searchParams } = new URL(url);
  const inPath = DATE_PATH.exec(pathname)?.[1];
  if (inPath) return Number(inPath);
  for (const [name, value] of searchParams) {
    const year = DATE_PARAMETER.test(name) && DATE_VALUE.test(value) ? /^(?:19|20|21|22)\d{2}/.exec(value)?.[0] : undefined;
    if (year) return Number(year);
  }
  return null;
}

/** Parameters that show the same page again: for printing, sharing or replying. */
const VARIANTS = /^(?:print|printable|printview|print_?friendly|replytocom|add[-_]to[-_]cart|share)$/i;

/** True if an address shows another page again, for printing, sharing or replying. */
export function isVariant(url: string): boolean {
  if (!url.includes("?")) return false;
  const { pathname, searchParams } = new URL(url);
  if ([...searchParams.keys()].some((name) => VARIANTS.test(name))) return true;
  // In wikis, every page has a history, a source and diffs between all its versions.
  return /\/index\.php$/.test(pathname) && /^(?:edit|history|raw|info|delete)$/.test(searchParams.get("action") ?? "");
}
