import { afterAll, describe, expect, it } from "vitest";
import { COSTLY_TEXTS } from "#test/worker/core/checks/costly-texts.ts";
import type { Block } from "#worker/core/page/block.ts";
import { createCheckPool } from "#worker/threads/check/check-pool.ts";
import { warmUp } from "./warm-up.ts";

const OPTIONS = { siteLanguage: "auto", pageLang: "en-US", only: ["spelling", "grammar", "links"] } as const;

const OPTIONS_WITH_CONTENT = { ...OPTIONS, only: ["spelling", "grammar", "content"] } as const;

function block(text: string, lang: string | null = null): Block {
  return { hash: `hash of ${text}`, kind: "paragraph", lang, text };
}

describe("createCheckPool", () => {
  const pool = createCheckPool({ threads: 1 });
  afterAll(() => pool.close());

  it("checks spelling and grammar, each Block in its language", { timeout: 60_000 }, async () => {
    const wrong = block("We recieve the the letters.");
    const german = block("Das ist ein Satz.", "de");
    const polish = block("Nasza firma działa na rynku od dwudziestu lat.", "pl");
    const right = block("Nothing is wrong with this sentence.");
    const checked = await pool.checkBlocks([wrong, german, polish, right], OPTIONS);
    expect(checked.map(({ hash, language }) => [hash, language])).toEqual([
      [wrong.hash, "en-US"],
      [german.hash, "de"],
      [polish.hash, null],
      [right.hash, "en-US"],
    ]);
    expect(checked[0]?.findings.map(({ rule, text, suggestions }) => [rule, text, suggestions[0]])).toEqual([
      ["spelling/unknown-word", "recieve", "receive"],
      ["grammar/repeated-word", "the the", "the"],
    ]);
    expect(checked[3]?.findings).toEqual([]);
  });

  it("ends the check of a text that costs too much, keeps what it found, and goes on", { timeout: 60_000 }, async () => {
    const small = createCheckPool({ threads: 1, blockBudgetMs: 250 });
    const dutch =
      COSTLY_TEXTS.find(({ name, language }) => name === "made-up compounds" && language === "nl")?.make(20_000) ?? "";
    const costly = block(`Bel ons &amp; kom naar {{stad}}. ${dutch}`, "nl");
    const right = block("Nothing is wrong with this sentence, and we recieve it.");
    try {
      await warmUp(small, right);
      const checked = await small.checkBlocks([costly, right], OPTIONS_WITH_CONTENT);
      expect(checked.map(({ language, unfinished }) => [language, unfinished])).toEqual([
        ["nl", "text-cost"],
        ["en-US", undefined],
      ]);
      expect(checked[0]?.findings.map(({ rule }) => rule)).toContain("content/entity-as-text");
      expect(checked[0]?.ms).toBeGreaterThanOrEqual(250);
      expect(checked[1]?.findings.map(({ text }) => text)).toEqual(["recieve"]);
    } finally {
      await small.close();
    }
  });

  it("does not keep a small page waiting for all of a huge one", { timeout: 60_000 }, async () => {
    const done: string[] = [];
    const huge = Array.from({ length: 400 }, (_, index) => block(`Sentence number ${index} of a page that is very long.`));
    await Promise.all([
      pool.checkBlocks(huge, OPTIONS).then(() => done.push("huge")),
      pool.checkBlocks([block("A small page.")], OPTIONS).then(() => done.push("small")),
    ]);
    expect(done).toEqual(["small", "huge"]);
  });
});
