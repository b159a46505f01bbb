import type { LinkVerdict } from "#worker/core/checks/links/link-verdict.ts";
import { sheetVerdict } from "#worker/core/checks/links/sheet-verdict.ts";
import { mayBePage } from "#worker/core/url/may-be-page.ts";

type World = {
  /** True if a target is the site's own. */
  isOwn(target: string): boolean;
  /** True if the owner does not want to hear about a target. */
  isIgnored(target: string): boolean;
  /** What a style sheet or manifest asks for. Never throws for what a site does. */
  readSheet(target: string, signal: AbortSignal): Promise<string[]>;
  ask(targets: string[], signal: AbortSignal): AsyncIterable<LinkVerdict>;
};

/** Style sheets that one Crawl looks into, and what it asks for of all that they name. */
const MOST_SHEETS = 50;
const MOST_PARTS = 500;

/**
 * Verdicts, with those on the site's own style sheets and manifests held back until what they ask for (pictures, fonts, further sheets and
 * what those ask for) is asked, too: a sheet without its parts is not in order, and the pages that use it are where that shows.
 */
export async function* withStyleSheets(
  verdicts: AsyncIterable<LinkVerdict>,
  { isOwn, isIgnored, readSheet, ask }: World,
  signal: AbortSignal,
): AsyncGenerator<LinkVerdict, void, undefined> {
  const isOwnSheet = ({ url, state, sheet }: LinkVerdict) => state === "ok" && sheet !== undefined && isOwn(url);
  const sheets: LinkVerdict[] = [];
  const told = new Map<string, LinkVerdict>();
  for await (const verdict of verdicts) {
    // Sheets ask for no pages, and of those a site may link to very many.
    if (!mayBePage(verdict.url)) told.set(verdict.url, verdict);
    if (sheets.length < MOST_SHEETS && isOwnSheet(verdict)) sheets.push(verdict);
    else yield verdict;
  }
  const partsOf = new Map<string, string[]>();
  let left = MOST_PARTS;
  for (let open = sheets.map(({ url }) => url); open.length > 0 && !signal.aborted; ) {
    for (const url of open) partsOf.set(url, signal.aborted ? [] : await readSheet(url, signal));
    const parts = [...new Set(open.flatMap((url) => partsOf.get(url) ?? []))].filter((part) => !isIgnored(part));
    const unknown = parts.filter((part) => !told.has(part)).slice(0, left);
    left -= unknown.length;
    for await (const verdict of ask(unknown, signal)) told.set(verdict.url, verdict);
    const further = parts.filter((part) => {
      const verdict = told.get(part);
      return verdict !== undefined && !partsOf.has(part) && isOwnSheet(verdict);
    });
    open = further.slice(0, MOST_SHEETS - partsOf.size);
  }
  for (const sheet of sheets) {
    const parts = allParts(sheet.url, partsOf).filter((part) => !isIgnored(part));
    yield sheetVerdict(
      sheet,
      parts.map((part) => told.get(part)).filter((verdict) => verdict !== undefined),
    );
  }
}

/** What a sheet asks for, and the sheets in it, each once. */
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
