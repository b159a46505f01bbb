import { describe, expect, it, vi } from "vitest";
import { makeVisit } from "#test/worker/crawl/fake/visit-samples.ts";
import { createUnchangedBatch } from "#worker/crawl/memo/unchanged-batch.ts";

const visitOf = (at: number) => makeVisit({ url: `https://bakery.example/${at}`, outcome: "unchanged", snapshot: null });

describe("createUnchangedBatch", () => {
  it("records many visits with a few statements, each once and in their order", async () => {
    const batches: string[][] = [];
    const batch = createUnchangedBatch(async (visits) => {
      batches.push(visits.map(({ url }) => url));
    });
    const visits = Array.from({ length: 1_000 }, (_, at) => visitOf(at));
    for (const visit of visits) await batch.add(visit);
    await batch.flush();
    expect(batches.flat()).toEqual(visits.map(({ url }) => url));
    expect(batches.length).toBeLessThan(6);
  });

  it("does not keep a few visits back for long", async () => {
    vi.useFakeTimers();
    try {
      const record = vi.fn(async () => undefined);
      await createUnchangedBatch(record).add(visitOf(1));
      expect(record).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(1_000);
      expect(record).toHaveBeenCalledTimes(1);
    } finally {
      vi.useRealTimers();
    }
  });

  it("says when recording failed, and records nothing after it", async () => {
    const record = vi.fn(async () => {
      throw new Error("The database is gone.");
    });
    const batch = createUnchangedBatch(record);
    await batch.add(visitOf(1));
    await expect(batch.flush()).rejects.toThrow("The database is gone.");
    await expect(batch.add(visitOf(2))).rejects.toThrow("The database is gone.");
    await expect(batch.flush()).rejects.toThrow("The database is gone.");
    expect(record).toHaveBeenCalledTimes(1);
  });
});
