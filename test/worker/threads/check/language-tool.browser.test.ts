import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type LanguageToolServer, startLanguageToolServer } from "#test/support/servers/language-tool-server.ts";
import type { Block } from "#worker/core/page/block.ts";
import { addLanguageTool } from "#worker/threads/check/add-language-tool.ts";
import { type CheckPool, createCheckPool } from "#worker/threads/check/check-pool.ts";
import { createLanguageTool } from "#worker/threads/check/language-tool.ts";

let server: LanguageToolServer;
beforeAll(async () => {
  server = await startLanguageToolServer();
});
afterAll(() => server.close());
afterEach(() => {
  server.answers("well");
  server.questions.length = 0;
});

const TEXT = "Wir haben ein Auto größer wie Ihres, und das ist gut ohne Fehller.";
const broken = ["with 500", "with garbage", "with other JSON", "endlessly", "by hanging up", "slowly"] as const;

function client(fields: { now?(): number; timeoutMs?: number } = {}) {
  const faults: unknown[] = [];
  const ask = createLanguageTool({ url: server.url, onFault: (error) => faults.push(error), timeoutMs: 5_000, ...fields });
  return { ask, faults };
}

describe("createLanguageTool", () => {
  it("asks for a text in its language and gives the matches", async () => {
    const { ask, faults } = client();
    const matches = await ask(TEXT, "de");
    expect(matches?.map(({ offset, length }) => TEXT.slice(offset, offset + length)).sort()).toEqual([
      "Auto größer wie",
      "Fehller",
      "gut",
    ]);
    expect(server.questions).toEqual([{ text: TEXT, language: "de-DE" }]);
    expect(faults).toEqual([]);
  });

  it.each(["/", "/v2", "/v2/check"])("finds the API under an address that ends in %s", async (end) => {
    const ask = createLanguageTool({ url: `${server.url}${end}`, onFault: () => undefined });
    expect(await ask(TEXT, "de")).toHaveLength(3);
  });

  it.each(broken)("gives nothing when the server answers %s, says so once, and leaves it alone for a while", async (manner) => {
    let time = 0;
    const { ask, faults } = client({ now: () => time, timeoutMs: manner === "slowly" ? 100 : 5_000 });
    server.answers(manner);
    expect(await Promise.all([ask(TEXT, "de"), ask(TEXT, "de"), ask(TEXT, "de"), ask(TEXT, "de")])).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(faults).toHaveLength(1);
    const asked = server.questions.length;
    expect(asked).toBeLessThanOrEqual(2);
    server.answers("well");
    expect(await ask(TEXT, "de")).toBeNull();
    expect(server.questions).toHaveLength(asked);
    time = 60_001;
    expect(await ask(TEXT, "de")).toHaveLength(3);
  });

  it("gives nothing when no server is there", async () => {
    const gone = await startLanguageToolServer();
    await gone.close();
    const ask = createLanguageTool({ url: gone.url, onFault: () => undefined });
    expect(await ask(TEXT, "de")).toBeNull();
  });
});

describe("addLanguageTool", () => {
  let pool: CheckPool;
  beforeAll(() => {
    pool = createCheckPool({ threads: 1 });
  });
  afterAll(() => pool.close());

  const block = (text: string, kind: Block["kind"] = "paragraph"): Block => ({ hash: text, kind, lang: "de", text });
  const OPTIONS = { siteLanguage: "auto", pageLang: "de", only: ["spelling", "grammar"] } as const;

  it("adds its grammar, and neither its spelling nor its style, each in the Block where it stands", async () => {
    const first = block("Das Wetter ist heute sehr schön und warm.");
    const [plain, wrong] = await addLanguageTool(pool, client().ask).checkBlocks([first, block(TEXT)], OPTIONS);
    expect(plain?.findings).toEqual([]);
    const grammar = wrong?.findings.filter(({ check }) => check === "grammar");
    expect(grammar).toMatchObject([
      { rule: "grammar/languagetool-de-grammar", text: "Auto größer wie", suggestions: ["Auto größer als"] },
    ]);
    expect(grammar?.[0]?.range).toEqual({ start: 14, end: 29 });
    expect(server.questions).toHaveLength(1);
  });

  it("asks about sentences only, and not where grammar is not wanted", async () => {
    const tool = addLanguageTool(pool, client().ask);
    await tool.checkBlocks([block("Wir haben ein Auto größer wie Ihres", "button")], OPTIONS);
    await tool.checkBlocks([block(TEXT)], { ...OPTIONS, only: ["spelling"] });
    expect(server.questions).toEqual([]);
  });

  it("keeps what our own checks found when the server does not answer, and says that it is not all", async () => {
    server.answers("with 500");
    const [checked] = await addLanguageTool(pool, client().ask).checkBlocks([block(TEXT)], OPTIONS);
    expect(checked?.unfinished).toBe("grammar-server");
    expect(checked?.findings.map(({ text }) => text)).toContain("Fehller");
  });

  it("ignores matches that stand nowhere", async () => {
    server.answers("with wild offsets");
    const [checked] = await addLanguageTool(pool, client().ask).checkBlocks([block(TEXT)], OPTIONS);
    expect(checked?.findings.filter(({ check }) => check === "grammar")).toEqual([]);
  });

  it("splits long pages into several questions", async () => {
    const blocks = Array.from({ length: 30 }, (_, at) =>
      block(`Satz ${at}: ${"Das ist ein ganz gewöhnlicher Satz. ".repeat(20)}`),
    );
    const checked = await addLanguageTool(pool, client().ask).checkBlocks(blocks, OPTIONS);
    expect(checked.map(({ hash }) => hash)).toEqual(blocks.map(({ hash }) => hash));
    expect(server.questions.length).toBeGreaterThan(1);
    for (const { text } of server.questions) expect(text.length).toBeLessThan(9_000);
  });
});
