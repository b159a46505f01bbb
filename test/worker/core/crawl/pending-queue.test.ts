import { describe, expect, it } from "vitest";
import type { AddressSource, FrontierEntry } from "#worker/core/crawl/crawl-memory.ts";
import {
  addToQueue,
  newPendingQueue,
  type PendingQueue,
  removeFromQueue,
  takeNearest,
} from "#worker/core/crawl/pending-queue.ts";

const ALL: AddressSource[] = ["start", "known", "link", "sitemap"];
const range = (count: number) => Array.from({ length: count }, (_, at) => at);
const entry = (path: string, depth = 1, source: AddressSource = "link"): FrontierEntry => ({
  url: `https://bakery.example${path}`,
  depth,
  source,
});
const paths = (entries: FrontierEntry[]) => entries.map(({ url }) => new URL(url).pathname);

function queueOf(...entries: FrontierEntry[]): PendingQueue {
  const pending = newPendingQueue();
  for (const each of entries) addToQueue(pending, each);
  return pending;
}

describe("takeNearest", () => {
  it("takes what is nearest to the start page first, in the order in which it came", () => {
    const pending = queueOf(entry("/c", 3), entry("/a1", 1), entry("/b", 2), entry("/a2", 1));
    expect(paths(takeNearest(pending, 3, ALL))).toEqual(["/a1", "/a2", "/b"]);
    expect(paths(takeNearest(pending, 3, ALL))).toEqual(["/c"]);
  });

  it("takes all of one source before the next, and none of sources that are not asked for", () => {
    const pending = queueOf(entry("/s", 1, "sitemap"), entry("/l", 9), entry("/k", 5, "known"));
    expect(paths(takeNearest(pending, 9, ["known", "link"]))).toEqual(["/k", "/l"]);
    expect(pending.entries.size).toBe(1);
  });

  it("lets no section of the site take all places", () => {
    const shop = range(200).map((at) => entry(`/shop/${at}`, 1));
    const pending = queueOf(...shop, ...range(5).map((at) => entry(`/blog/${at}`, 2)));
    const taken = paths(takeNearest(pending, 60, ALL));
    expect(taken.filter((path) => path.startsWith("/blog/"))).toHaveLength(5);
  });

  it.each([0, -1, Number.NEGATIVE_INFINITY, Number.NaN])("takes nothing where %d are wanted", (count) => {
    const pending = queueOf(entry("/a"), entry("/b", 1, "sitemap"));
    expect(takeNearest(pending, count, ALL)).toEqual([]);
    expect(pending.entries.size).toBe(2);
  });

  it.each([Number.MAX_SAFE_INTEGER, Number.POSITIVE_INFINITY])("takes all there are where %d are wanted", (count) => {
    const pending = queueOf(entry("/a"), entry("/b", 1, "sitemap"));
    expect(takeNearest(pending, count, ALL)).toHaveLength(2);
    expect(takeNearest(pending, count, ALL)).toEqual([]);
  });
});

describe("addToQueue and removeFromQueue", () => {
  it("keep one entry for each address, the last", () => {
    const pending = queueOf(...range(1_000).map((at) => entry("/a", 1_000 - at, at % 2 ? "sitemap" : "link")));
    expect([pending.entries.size, pending.counts.get("link"), pending.counts.get("sitemap")]).toEqual([1, 0, 1]);
    expect(takeNearest(pending, 10, ALL)).toEqual([entry("/a", 1, "sitemap")]);
    expect(takeNearest(pending, 10, ALL)).toEqual([]);
  });

  it("take out an address that is never offered again, and once only", () => {
    const removed = entry("/a");
    const pending = queueOf(removed, entry("/b"));
    removeFromQueue(pending, removed);
    removeFromQueue(pending, removed);
    expect(paths(takeNearest(pending, 10, ALL))).toEqual(["/b"]);
    expect(pending.counts.get("link")).toBe(0);
  });

  it("keep few sections apart on a site where each address has a folder of its own", () => {
    const pending = queueOf(...range(20_000).map((at) => entry(`/${at}/page`)));
    expect(pending.sections.size).toBeLessThanOrEqual(301);
    const taken = takeNearest(pending, 20_000, ALL);
    expect(new Set(paths(taken)).size).toBe(20_000);
  });
});
