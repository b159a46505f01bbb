import type { LinkVerdict } from "../core/checks/link-verdict.ts";
import { sheetVerdict } from "../core/checks/links/sheet-verdict.ts";

type World = {
  /** Whether a target is a style sheet of the site itself. */
  isOwnSheet(target: string): boolean;
  /** What a style sheet asks for. Never throws for what a site does. */
  readSheet(target: string, signal: AbortSignal): Promise<string[]>;
  ask(targets: string[], signal: AbortSignal): AsyncIterable<LinkVerdict>;
};

/** Style sheets that one Crawl looks into, and what it asks for of all that they name. */
const MOST_SHEETS = 50;
const MOST_PARTS = 500;

/**
 * Verdicts, with those on the site's own style sheets held back until what they ask for (pictures, fonts, further sheets) is asked, too:
 * a sheet without its parts is not in order, and the pages that use it are where that shows.
 */
export async function* withStyleSheets(
  verdicts: AsyncIterable<LinkVerdict>,
  { isOwnSheet, readSheet, ask }: World,
  signal: AbortSignal,
): AsyncGenerator<LinkVerdict, void, undefined> {
  const sheets: LinkVerdict[] = [];
  const told = new Map<string, LinkVerdict>();
  for await (const verdict of verdicts) {
    told.set(verdict.url, verdict);
    if (verdict.state === "ok" && sheets.length < MOST_SHEETS && isOwnSheet(verdict.url)) sheets.push(verdict);
    else yield verdict;
  }
  if (sheets.length === 0) return;
  const partsOf = new Map<string, string[]>();
  for (const { url } of sheets) if (!signal.aborted) partsOf.set(url, await readSheet(url, signal));
  const parts = [...new Set([...partsOf.values()].flat())].slice(0, MOST_PARTS);
  const unknown = parts.filter((part) => !told.has(part));
  for await (const verdict of ask(unknown, signal)) told.set(verdict.url, verdict);
  for (const sheet of sheets) {
    const known = (partsOf.get(sheet.url) ?? []).map((part) => told.get(part)).filter((verdict) => verdict !== undefined);
    yield sheetVerdict(sheet, known);
  }
}
