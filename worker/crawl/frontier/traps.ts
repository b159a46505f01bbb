import type { LearnedTrap, LearnedTrapCode } from "#worker/core/crawl/learned-trap.ts";
import type { RefusalCode } from "#worker/core/crawl/refusals.ts";
import type { Block } from "#worker/core/page/block.ts";
import { type AddressFamily, type FamilyKind, familyOf, isVariant, yearOf } from "#worker/core/url/address-family.ts";
import { createFolderTraps, type FolderTraps } from "./folder-traps.ts";
import { createIdleParameters, type IdleParameters } from "./idle-parameters.ts";
import { createNoveltyWindow, type NoveltyWindow } from "./novelty-window.ts";
import { createPathCopies, isOfPath, type PathCopies } from "./path-copies.ts";

/** A folder that is repeated more often in one path comes from a link relative to itself (`/news/news/news/news/`). */
const MAX_SEGMENT_REPEATS = 3;
/** Paths deeper than this are made by programs, not for readers. */
const MAX_SEGMENTS = 30;
/** Calendar pages further in the future than this have no text yet. */
const MAX_FUTURE_YEARS = 2;
/**
 * Addresses accepted of one family (`filters`: of one path) while it is not known whether it is worth its visits. One parameter names articles (`?id=7`) or pages
 * of a list; several are filters, which multiply. Families that keep bringing something new may have ten times as many.
 */
const MOST_UNPROVEN: Record<FamilyKind, number> = { items: 50_000, list: 20_000, filters: 1_000, dates: 5_000 };
const PROVEN_TIMES = 10;
/** Families whose pages are watched for new content. */
const MAX_FAMILIES = 2_000;
/** Crawls after which a learnt trap is tested again. */
const REMEMBERED_CRAWLS = 30;

const CODES: Record<FamilyKind, LearnedTrapCode> = {
  dates: "trap-dates",
  filters: "trap-filters",
  list: "trap-list",
  items: "trap-list",
};

/** Recognises families of addresses that never end: by their shape, by their number, and by what their pages said so far. */
export type Traps = {
  folders: FolderTraps;
  parameters: IdleParameters;
  paths: PathCopies;
  /** Returns why an address is not worth a visit, or null. Call it once for each distinct address, because it counts. */
  judge(url: string): RefusalCode | null;
  /** Judges an address again by what was learnt since. Does not count. */
  judgeAgain(url: string): RefusalCode | null;
  /** Notes the content of a page, and the addresses that no page had led to before. */
  learn(url: string, said: { blocks: readonly Pick<Block, "kind" | "text">[]; newLeads: readonly string[] }): void;
  /** Returns the traps for the next Crawl. */
  learnt(): LearnedTrap[];
};

export function createTraps({ known, thisYear }: { known: readonly LearnedTrap[]; thisYear: number }): Traps {
  const counts = new Map<string, number>();
  const windows = new Map<string, NoveltyWindow>();
  const traps = new Map<string, LearnedTrap>(known.filter(isOfFamily).map((trap) => [trap.family, trap]));
  const parameters = createIdleParameters(known.filter(({ code }) => code === "trap-parameters"));
  const paths = createPathCopies(known);
  const folders = createFolderTraps(known.filter(({ code }) => code === "trap-folders"));

  const isOverCount = ({ kind, key }: AddressFamily, url: string): boolean => {
    const counted = kind === "filters" ? `filters ${new URL(url).pathname}` : key;
    const count = (counts.get(counted) ?? 0) + 1;
    counts.set(counted, count);
    return count > MOST_UNPROVEN[kind] * (windows.get(key)?.isFruitful() ? PROVEN_TIMES : 1);
  };
  return {
    folders,
    parameters,
    paths,
    judge: (url) => {
      if (folders.copyAt(url)) return "trap-folders";
      if (isEndlessPath(new URL(url).pathname)) return "trap-path";
      if (isVariant(url)) return "variants";
      if (paths.isEndless(url)) return "trap-list";
      const family = familyOf(url);
      if (!family) return null;
      const year = family.kind === "dates" ? yearOf(url) : null;
      if (year !== null && year > thisYear + MAX_FUTURE_YEARS) return "trap-dates";
      return traps.get(family.key)?.code ?? (isOverCount(family, url) ? CODES[family.kind] : null);
    },
    judgeAgain: (url) => {
      if (folders.copyAt(url)) return "trap-folders";
      if (parameters.standIn(url) !== url) return "trap-parameters";
      if (paths.isEndless(url)) return "trap-list";
      return traps.size === 0 ? null : (traps.get(familyOf(url)?.key ?? "")?.code ?? null);
    },
    learn: (url, { blocks, newLeads }) => {
      const family = familyOf(url);
      if (!family || traps.has(family.key) || (windows.size >= MAX_FAMILIES && !windows.has(family.key))) return;
      const window = windows.get(family.key) ?? createNoveltyWindow(family.kind);
      windows.set(family.key, window);
      // A list that leads to pages outside its family is worth reading, even if its own text is not new.
      window.note(
        blocks,
        newLeads.some((lead) => !lead.includes("?") && familyOf(lead)?.key !== family.key),
      );
      if (!window.isFruitless()) return;
      windows.delete(family.key);
      traps.set(family.key, { family: family.key, code: CODES[family.kind], crawlsLeft: REMEMBERED_CRAWLS });
    },
    learnt: () =>
      [...traps.values(), ...folders.learnt(), ...parameters.learnt(), ...paths.learnt()]
        .map((trap) => ({ ...trap, crawlsLeft: trap.crawlsLeft - 1 }))
        .filter(({ crawlsLeft }) => crawlsLeft > 0),
  };
}

/** Folders, parameters and patterns of paths are learnt elsewhere. */
function isOfFamily({ code, family }: LearnedTrap): boolean {
  return code !== "trap-folders" && code !== "trap-parameters" && !isOfPath(family);
}

/** Returns true for a path that repeats its folders or is too deep. Numbers may repeat (`/2024/11/11/11`). */
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
