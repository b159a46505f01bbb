import type { LinkVerdict } from "#worker/core/checks/links/link-verdict.ts";
import { sheetVerdict } from "#worker/core/checks/links/sheet-verdict.ts";
import type { FindUse } from "#worker/core/checks/links/target-use.ts";
import { mayBePage } from "#worker/core/url/may-be-page.ts";

type World = {
  /** True if a target is the site's own. */
  isOwn(target: string): boolean;
  /** True if the owner ignores a target. */
  isIgnored(target: string): boolean;
  /** Returns the addresses that a style sheet or manifest uses. Never throws for what a site does. */
  readSheet(target: string, signal: AbortSignal): Promise<string[]>;
  checkLinks(targets: string[], signal: AbortSignal, wasMissing: undefined, findUse: FindUse): AsyncIterable<LinkVerdict>;
};

/** Style sheets that one Crawl parses, and the most parts of them that it requests. */
const MOST_SHEETS = 50;
const MOST_PARTS = 500;

/**
 * Yields verdicts, those on the site's own style sheets and manifests last: their parts (pictures, fonts, imported sheets and their parts)
 * are requested first, because a sheet with a broken part is broken for every page that uses it.
 */
export async function* withStyleSheets(
  verdicts: AsyncIterable<LinkVerdict>,
  { isOwn, isIgnored, readSheet, checkLinks }: World,
  signal: AbortSignal,
): AsyncGenerator<LinkVerdict, void, undefined> {
  const isOwnSheet = ({ url, state, sheet }: LinkVerdict) => state === "ok" && sheet !== undefined && isOwn(url);
  const sheets: LinkVerdict[] = [];
  const known = new Map<string, LinkVerdict>();
  for await (const verdict of verdicts) {
    // Sheets use no pages, and a site may link to very many of those.
    if (!mayBePage(verdict.url)) known.set(verdict.url, verdict);
    if (sheets.length < MOST_SHEETS && isOwnSheet(verdict)) sheets.push(verdict);
    else yield verdict;
  }
  const partsOf = new Map<string, string[]>();
  let left = MOST_PARTS;
  for (let open = sheets.map(({ url }) => url); open.length > 0 && !signal.aborted; ) {
    for (const url of open) partsOf.set(url, signal.aborted ? [] : await readSheet(url, signal));
    const parts = [...new Set(open.flatMap((url) => partsOf.get(url) ?? []))].filter((part) => !isIgnored(part));
    const unknown = parts.filter((part) => !known.has(part)).slice(0, left);
    left -= unknown.length;
    const sheetOf = new Map(open.flatMap((page) => (partsOf.get(page) ?? []).map((part) => [part, page] as const)));
    const findUse: FindUse = (part) => ({ needs: "file", page: sheetOf.get(part) ?? part });
    for await (const verdict of checkLinks(unknown, signal, undefined, findUse)) known.set(verdict.url, verdict);
    const further = parts.filter((part) => {
      const verdict = known.get(part);
      return verdict !== undefined && !partsOf.has(part) && isOwnSheet(verdict);
    });
    open = further.slice(0, MOST_SHEETS - partsOf.size);
  }
  for (const sheet of sheets) {
    const parts = allParts(sheet.url, partsOf).filter((part) => !isIgnored(part));
    yield sheetVerdict(
      sheet,
      parts.map((part) => known.get(part)).filter((verdict) => verdict !== undefined),
    );
  }
}

/** Returns the parts of a sheet and of the sheets that it imports, each once. */
function allParts(sheet: string, partsOf: ReadonlyMap<string, string[]>): string[] {
  const found = new Set<string>();
  const open = [sheet];
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const part of partsOf.get(next) ?? []) {
      if (!found.has(part)) open.push(part);
      found.add(part);
    }
  found.delete(sheet);
  return [...found];
}
