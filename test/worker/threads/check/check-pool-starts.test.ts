import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { createCheckPool } from "#worker/threads/check/check-pool.ts";

const OPTIONS = { siteLanguage: "auto", pageLang: null, only: ["spelling", "grammar"] } as const;
const threadScript = new URL("../../../fixtures/check-threads/faulty-thread.ts", import.meta.url);

/** Returns the number of threads that are started to check these texts, each of a page of its own, at the same time. */
async function startsFor(texts: readonly string[]): Promise<number> {
  const starts = path.join(mkdtempSync(path.join(tmpdir(), "check-threads-")), "starts");
  process.env.CHECK_THREAD_STARTS = starts;
  const pool = createCheckPool({ threads: 2, threadScript });
  const pages = texts.map((text, at) => [{ hash: String(at), kind: "paragraph", lang: "en", text } as const]);
  try {
    await Promise.all(pages.map((blocks) => pool.checkBlocks(blocks, OPTIONS)));
    return readFileSync(starts, "utf8").length;
  } finally {
    await pool.close();
    delete process.env.CHECK_THREAD_STARTS;
  }
}

describe("createCheckPool, with threads to spare", () => {
  it("starts one thread for a few short texts, because another would cost more than they do", async () => {
    expect(await startsFor(Array.from({ length: 8 }, (_, at) => `good ${at}`))).toBe(1);
  });

  it("starts another one for long texts", async () => {
    expect(await startsFor(Array.from({ length: 8 }, (_, at) => `good ${at} ${"word ".repeat(1_600)}`))).toBe(2);
  });
});
