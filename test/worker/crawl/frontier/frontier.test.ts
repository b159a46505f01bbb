import { describe, expect, it } from "vitest";
import type { AddressSource, FrontierEntry } from "#worker/core/crawl/crawl-memory.ts";
import { createFrontier } from "#worker/crawl/frontier/frontier.ts";
import { createTraps } from "#worker/crawl/frontier/traps.ts";
import { createTally } from "#worker/crawl/memo/tally.ts";

const entry = (path: string, source: AddressSource = "link", depth = 1): FrontierEntry => ({
  url: `https://bakery.example${path}`,
  depth,
  source,
});

function open({ pageLimit = 10, addPending = async (_: FrontierEntry[]) => undefined } = {}) {
  const recorded: string[] = [];
  const frontier = createFrontier({
    memory: {
      addPending: async (entries) => {
        await addPending(entries);
        recorded.push(...entries.map(({ url }) => url));
      },
    },
    pageLimit,
    traps: createTraps({ known: [], thisYear: 2026 }),
  });
  return { frontier, recorded };
}

describe("createFrontier", () => {
  it("offers no address before it is on record", async () => {
    const gate = Promise.withResolvers<undefined>();
    const { frontier, recorded } = open({ addPending: () => gate.promise });
    await frontier.open([]);
    frontier.add([entry("/a")]);
    const taking = frontier.take({ isIdle: true });
    expect([recorded, frontier.upcoming(9), frontier.accepted()]).toEqual([[], [], 1]);
    gate.resolve(undefined);
    expect(await taking).toEqual(entry("/a"));
    expect(recorded).toEqual([entry("/a").url]);
  });

  it("passes on what the memory throws, and offers nothing that is not on record", async () => {
    const { frontier } = open({ addPending: () => Promise.reject(new Error("The database is gone.")) });
    frontier.add([entry("/a")]);
    await expect(frontier.open([entry("/k", "known")])).rejects.toThrow("The database is gone.");
    await expect(frontier.take({ isIdle: true })).rejects.toThrow("The database is gone.");
    expect(frontier.upcoming(9)).toEqual([]);
  });

  it("refuses traps, but not the pages there that it visited before, and addresses too far away", async () => {
    const { frontier } = open();
    const endless = `/${"news/".repeat(9)}`;
    await frontier.open([entry(`${endless}known`, "known", 32)]);
    frontier.add([entry(endless), entry("/deep", "link", 33)]);
    expect(frontier.hasSeen(entry(endless).url)).toBe(true);
    expect(frontier.found()).toBe(1);
    const account: unknown[] = [];
    frontier.accountFor({ ...createTally(), leaveOut: (...left) => account.push(left) });
    expect(account).toEqual([
      ["page-limit", 0],
      ["trap-path", 1, entry(endless).url],
      ["depth", 1, entry("/deep").url],
    ]);
  });
});
