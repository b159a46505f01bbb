import type { FrontierEntry } from "#worker/core/crawl/crawl-memory.ts";
import type { CrawlPorts } from "../crawl-ports.ts";

/**
 * Addresses that pages lead to and that are named like files. What they hold is said by their type (RFC 9110, 8.3), which the link check
 * asks for anyway: wikis and glossaries have pages called `Node.js` and `Image:Quay.JPG`.
 */
export type FileLeads = {
  note(entries: readonly FrontierEntry[]): void;
  /** Asks for the types of the addresses noted since, and returns those that are pages. */
  takePages(): Promise<FrontierEntry[]>;
};

type World = {
  ports: Pick<CrawlPorts, "findPages">;
  signal: AbortSignal;
  mayRequest(url: string): Promise<boolean>;
  isSeen(url: string): boolean;
};

/** Files of one folder and ending in a row after which the ending is believed for all others. */
const ENOUGH_FILES = 20;
/** Addresses asked for at a time. */
const AT_A_TIME = 20;
/** Addresses that one Crawl asks about. */
const MOST_ASKED = 5_000;

export function createFileLeads({ ports, signal, mayRequest, isSeen }: World): FileLeads {
  const noted = new Map<string, FrontierEntry>();
  const filesInARow = new Map<string, number>();
  let waiting: FrontierEntry[] = [];
  let asked = 0;

  const isWorthAsking = async ({ url }: FrontierEntry) =>
    (filesInARow.get(folderAndEndingOf(url)) ?? 0) < ENOUGH_FILES && !isSeen(url) && (await mayRequest(url));

  return {
    note: (entries) => {
      for (const entry of entries) {
        if (noted.has(entry.url) || noted.size >= 10 * MOST_ASKED) continue;
        noted.set(entry.url, entry);
        waiting.push(entry);
      }
    },
    takePages: async () => {
      const pages: FrontierEntry[] = [];
      const { findPages } = ports;
      if (!findPages) return pages;
      for (; waiting.length > 0 && asked < MOST_ASKED && !signal.aborted; ) {
        const part: FrontierEntry[] = [];
        for (const entry of waiting.splice(0, AT_A_TIME)) if (await isWorthAsking(entry)) part.push(entry);
        asked += part.length;
        const found = new Set(
          await findPages(
            part.map(({ url }) => url),
            signal,
          ),
        );
        for (const entry of part) {
          const files = folderAndEndingOf(entry.url);
          filesInARow.set(files, found.has(entry.url) ? 0 : (filesInARow.get(files) ?? 0) + 1);
          if (found.has(entry.url)) pages.push(entry);
        }
      }
      waiting = [];
      return pages;
    },
  };
}

/** Returns the folder and ending of an address, by which files are kept together. */
function folderAndEndingOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname.slice(0, pathname.lastIndexOf("/") + 1)} ${pathname.slice(pathname.lastIndexOf(".")).toLowerCase()}`;
}
