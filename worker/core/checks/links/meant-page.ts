import { decodeIfValid } from "../../url/decode-if-valid.ts";

/** Shortest name of a page in which one wrong letter still tells which page is meant. */
const SHORTEST_NAME = 5;
/** Pages in one folder among which a name with one wrong letter is searched. */
const MOST_IN_FOLDER = 2_000;
const INDEX = /\/(?:index|default|home)$/u;
const EXTENSION = /\.(?:html?|xhtml|php\d?|aspx?|jsp)$/u;
/** A language at the beginning of a path: `/de/`, `/pt-br/`. */
const LANGUAGE = /^[a-z]{2}(?:-[a-z]{2})?$/u;

type Address = { host: string; folder: string; name: string; query: string };

/** Finds the page that a link means, or null. */
export type FindMeantPage = (target: string) => string | null;

/**
 * Returns a function that finds the page which a link to nothing most likely means, among the pages of its site: the same address in other
 * letter case, with another ending or other signs between its words; else one with one wrong letter in its name; else one with the same
 * long name in another folder. Null if there is none, or more than one. Keeps the link's fragment.
 */
export function makeFindMeantPage(pages: readonly { url: string }[]): FindMeantPage {
  let known: KnownPages | undefined;
  const found = new Map<string, string | null>();
  return (target) => {
    known ??= arrange(pages);
    const meant = found.has(target) ? (found.get(target) ?? null) : findAmong(known, target);
    found.set(target, meant);
    return meant;
  };
}

type Named = { name: string; folder: string; url: string };
/** Pages by their whole address, by folder, and by long names. */
type KnownPages = { byAddress: Map<string, string[]>; byFolder: Map<string, Named[]>; byName: Map<string, Named[]> };

function arrange(pages: readonly { url: string }[]): KnownPages {
  const known: KnownPages = { byAddress: new Map(), byFolder: new Map(), byName: new Map() };
  for (const { url } of pages) {
    const address = read(url);
    if (!address) continue;
    const { host, folder, name, query } = address;
    add(known.byAddress, keyOf(address), url);
    if (query !== "") continue;
    const named = { name, folder, url };
    add(known.byFolder, host + folder, named);
    if (isLongName(name)) add(known.byName, `${host} ${name}`, named);
  }
  return known;
}

function findAmong({ byAddress, byFolder, byName }: KnownPages, target: string): string | null {
  const address = read(target);
  if (!address) return null;
  const { host, folder, name } = address;
  const inFolder = byFolder.get(host + folder) ?? [];
  const isSearched = name.length >= SHORTEST_NAME && inFolder.length <= MOST_IN_FOLDER;
  const near = isSearched ? inFolder.filter((page) => isOneSlipAway(page.name, name)) : [];
  const elsewhere = (byName.get(`${host} ${name}`) ?? []).filter((page) => languageOf(page.folder) === languageOf(folder));
  const meant =
    only(byAddress.get(keyOf(address)) ?? []) ?? only(near.map(({ url }) => url)) ?? only(elsewhere.map(({ url }) => url));
  const [bare = "", ...fragment] = target.split(/(?=#)/u);
  if (meant === null || meant === bare) return null;
  return meant.includes("#") ? meant : meant + fragment.join("");
}

function read(url: string): Address | null {
  const parsed = URL.parse(url);
  if (!parsed?.host) return null;
  const path = decodeIfValid(parsed.pathname)
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(EXTENSION, "")
    .replace(INDEX, "/")
    .replace(/[\s_+-]+/gu, "-")
    .replace(/-?\/+-?/gu, "/")
    .replace(/[/-]$/u, "");
  const cut = path.lastIndexOf("/") + 1;
  return {
    host: parsed.host.replace(/^www\./u, ""),
    folder: path.slice(0, cut),
    name: path.slice(cut),
    query: parsed.search,
  };
}

function keyOf({ host, folder, name, query }: Address): string {
  return `${host}${folder}${name}${query}`;
}

/** True for a name of several words, which hardly names two things: "opening-hours", not "contact". */
function isLongName(name: string): boolean {
  return name.length >= 2 * SHORTEST_NAME && /[a-z]-[a-z]/u.test(name);
}

function languageOf(folder: string): string {
  const first = folder.split("/")[1] ?? "";
  return LANGUAGE.test(first) ? first : "";
}

/**
 * True if one letter more, less or other, or two swapped ones, make one name of the other. Numbers and single letters must agree, because
 * they tell things apart: "plan-a" and "plan-b".
 */
function isOneSlipAway(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1 || withoutWords(one) !== withoutWords(other)) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const [rest, otherRest] = [one.slice(start), other.slice(start)];
  if (rest.length !== otherRest.length)
    return rest.length > otherRest.length ? rest.slice(1) === otherRest : rest === otherRest.slice(1);
  const isSwapped = rest[0] === otherRest[1] && rest[1] === otherRest[0] && rest.slice(2) === otherRest.slice(2);
  return rest !== "" && (rest.slice(1) === otherRest.slice(1) || isSwapped);
}

function withoutWords(name: string): string {
  return name.replace(/\p{L}{2,}/gu, " ");
}

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** Returns the only text of some, which may be there more than once; null for none or different ones. */
function only(texts: readonly string[]): string | null {
  const [first = null] = texts;
  return texts.every((text) => text === first) ? first : null;
}
