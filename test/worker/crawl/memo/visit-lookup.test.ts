import { describe, expect, it } from "vitest";
import { createVisitLookup } from "#worker/crawl/memo/visit-lookup.ts";

const validators = { etag: null, lastModified: null, bodyHash: null };

/** Looks up in a memory that knows every address but those that say so; `asked` counts the addresses of each question. */
function openLookup(addresses: string[]) {
  const asked: number[] = [];
  const queue = [...addresses];
  const previousVisits = async (urls: string[]) => {
    asked.push(urls.length);
    const known = urls.filter((url) => !url.includes("unknown"));
    return new Map(
      known.map((url) => [
        url,
        { url, validators, rendered: null, contentHash: url, detailHash: null, checksVersion: null, readingVersion: null },
      ]),
    );
  };
  const lookup = createVisitLookup({ previousVisits }, (count) => queue.slice(0, count));
  return { asked, lookup: (url: string) => lookup(url), take: () => queue.shift() ?? "" };
}

describe("createVisitLookup", () => {
  it("answers for each address with a few questions, and asks for none twice", async () => {
    const addresses = Array.from({ length: 2_000 }, (_, at) => `${at % 7 === 0 ? "unknown" : "known"}-${at}`);
    const { asked, lookup, take } = openLookup(addresses);
    for (const address of addresses) {
      expect(take()).toBe(address);
      expect((await lookup(address))?.url).toBe(address.startsWith("known") ? address : undefined);
    }
    expect(asked.length).toBeLessThan(10);
    expect(asked.reduce((sum, count) => sum + count, 0)).toBe(addresses.length);
  });

  it("asks again for an address that is visited again", async () => {
    const { asked, lookup } = openLookup([]);
    await lookup("known-1");
    await lookup("known-1");
    expect(asked).toEqual([1, 1]);
  });

  it("passes on what the memory throws, to each visit that waits for it", async () => {
    const lookup = createVisitLookup({ previousVisits: () => Promise.reject(new Error("gone")) }, () => ["b"]);
    await expect(lookup("a")).rejects.toThrow("gone");
    await expect(lookup("b")).rejects.toThrow("gone");
  });
});
