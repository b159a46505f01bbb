import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { Block } from "#worker/core/page/block.ts";
import { type CheckPool, createCheckPool } from "#worker/threads/check/check-pool.ts";

const OPTIONS = { siteLanguage: "auto", pageLang: null, only: ["spelling", "grammar"] } as const;
const FAULTY = new URL("../../../fixtures/check-threads/faulty-thread.ts", import.meta.url);
const BROKEN = new URL("../../../fixtures/check-threads/thread-that-never-starts.ts", import.meta.url);

let pool: CheckPool | undefined;
let faults: string[] = [];

function open(threads = 1, threadScript = FAULTY): CheckPool {
  faults = [];
  pool = createCheckPool({ threads, threadScript, hangMs: 500, onFault: (_, hash) => faults.push(hash) });
  return pool;
}

afterEach(() => pool?.close());

function blocks(...texts: string[]): Block[] {
  return texts.map((text) => ({ hash: text, kind: "paragraph", lang: "en", text }));
}

/** Threads of this process that run; each is a resource of its own. */
function threadCount(): number {
  return process.getActiveResourcesInfo().filter((resource) => resource === "MessagePort" || resource === "Worker").length;
}

describe("createCheckPool, when a thread breaks", { timeout: 30_000 }, () => {
  it.each(["exit", "throw", "hang", "panic"])(
    "checks the other Blocks and skips the one that makes it %s",
    async (breakage) => {
      const given = blocks("good one", `${breakage} now`, "good two");
      const checked = await open().checkBlocks(given, OPTIONS);
      expect(checked.map(({ hash, language }) => [hash, language])).toEqual([
        ["good one", "en-US"],
        [`${breakage} now`, null],
        ["good two", "en-US"],
      ]);
      expect(new Set(faults)).toEqual(new Set([`${breakage} now`]));
    },
  );

  it("checks for spelling only where grammar broke it", async () => {
    const [checked] = await open().checkBlocks(blocks("exit in grammar"), OPTIONS);
    expect(checked).toMatchObject({ language: "en-US", only: ["spelling"], unfinished: "check-failed" });
    expect(faults).toEqual(["exit in grammar"]);
  });

  it.each([
    ["hang now", 1, 2],
    ["hang now", 3, 2],
    ["hang in grammar", 1, 1],
    ["hang in grammar", 3, 2],
  ])("has %j, of %i Blocks together, end a thread at most twice", async (text, count, most) => {
    const starts = path.join(mkdtempSync(path.join(tmpdir(), "check-threads-")), "starts");
    process.env.CHECK_THREAD_STARTS = starts;
    const others = Array.from({ length: count - 1 }, (_, index) => `good ${index}`);
    const checked = await open().checkBlocks(blocks(text, ...others), OPTIONS);
    delete process.env.CHECK_THREAD_STARTS;
    expect(checked.map(({ hash }) => hash)).toEqual([text, ...others]);
    expect(checked[0]?.unfinished).toBe("check-failed");
    expect(checked.slice(1).every(({ unfinished }) => unfinished === undefined)).toBe(true);
    // The last one is started for what comes after, or was never ended.
    expect(readFileSync(starts, "utf8").length).toBeLessThanOrEqual(most + 1);
  });

  it("checks what a thread did not get to, and nothing when the page's time is used up", async () => {
    const given = blocks(...Array.from({ length: 30 }, (_, index) => `costs 1000 ${index}`));
    const checked = await open().checkBlocks(given, OPTIONS);
    expect(checked.map(({ hash, unfinished }) => [hash, unfinished])).toEqual(given.map(({ hash }) => [hash, undefined]));
    const cutShort = await open().checkBlocks(given, { ...OPTIONS, budgetMs: 12_000 });
    expect(cutShort.map(({ hash }) => hash)).toEqual(given.map(({ hash }) => hash));
    expect(cutShort.map(({ unfinished }) => unfinished)).toEqual(given.map((_, at) => (at < 12 ? undefined : "check-budget")));
  });

  it("goes on with later Blocks", async () => {
    const faulty = open(2);
    await faulty.checkBlocks(blocks("exit now"), OPTIONS);
    const checked = await faulty.checkBlocks(blocks("good"), OPTIONS);
    expect(checked).toHaveLength(1);
  });

  it("says so when a thread cannot start", async () => {
    await expect(open(1, BROKEN).checkBlocks(blocks("good"), OPTIONS)).rejects.toThrow("no dictionary");
  });

  it("keeps the order over many batches and threads", async () => {
    const given = blocks(...Array.from({ length: 300 }, (_, index) => `good ${index}`));
    const checked = await open(3).checkBlocks(given, OPTIONS);
    expect(checked.map(({ hash }) => hash)).toEqual(given.map(({ hash }) => hash));
  });

  it("leaves no thread when closed, and refuses what comes after", async () => {
    const before = threadCount();
    const closing = open(2);
    await closing.checkBlocks(blocks(...Array.from({ length: 100 }, (_, index) => `good ${index}`)), OPTIONS);
    expect(threadCount()).toBeGreaterThan(before);
    await closing.close();
    expect(threadCount()).toBe(before);
    await expect(closing.checkBlocks(blocks("good"), OPTIONS)).rejects.toThrow("closed");
  });

  it("ends what is under way when closed", async () => {
    const closing = open(1);
    const pending = closing.checkBlocks(blocks("hang now"), OPTIONS);
    const refused = expect(pending).rejects.toThrow();
    await closing.close();
    await refused;
  });
});
