import { describe, expect, it } from "vitest";
import type { TextCheck } from "#worker/core/checks/check.ts";
import { checkBlock } from "#worker/core/checks/check-block.ts";
import type { Finding } from "#worker/core/checks/finding.ts";

const BLOCK = { hash: "h", kind: "paragraph", lang: "en", text: "We dont know." } as const;
const OPTIONS = { siteLanguage: "auto", pageLang: null, only: ["spelling", "grammar"] } as const;

function finding(check: "spelling" | "grammar", start: number, end: number): Finding {
  const text = BLOCK.text.slice(start, end);
  return {
    check,
    rule: `${check}/r`,
    severity: "error",
    confidence: 0.9,
    message: "m",
    text,
    suggestions: [],
    excerpt: text,
    range: { start, end },
    subject: text,
  };
}

function checks(...found: Finding[]): TextCheck[] {
  return (["spelling", "grammar"] as const).map((id) => ({
    id,
    version: "1",
    languages: "known",
    run: () => found.filter(({ check }) => check === id),
  }));
}

describe("checkBlock", () => {
  const isForeignText = () => false;

  it("drops grammar Findings that overlap a misspelling", async () => {
    const setup = {
      checks: checks(finding("spelling", 3, 7), finding("grammar", 3, 7), finding("grammar", 8, 12)),
      isForeignText,
    };
    const { findings } = await checkBlock(BLOCK, OPTIONS, setup);
    expect(findings.map(({ check, text }) => [check, text])).toEqual([
      ["spelling", "dont"],
      ["grammar", "know"],
    ]);
  });

  it("prefers a grammar Finding that is mailed to a misspelling that is not", async () => {
    const unsure = { ...finding("spelling", 3, 7), confidence: 0.4 };
    const setup = { checks: checks(unsure, { ...finding("grammar", 3, 12), confidence: 0.8 }), isForeignText };
    const { findings } = await checkBlock(BLOCK, OPTIONS, setup);
    expect(findings.map(({ check }) => check)).toEqual(["grammar"]);
  });

  it("runs only the requested checks", async () => {
    const setup = { checks: checks(finding("spelling", 3, 7), finding("grammar", 3, 7)), isForeignText };
    const { findings } = await checkBlock(BLOCK, { ...OPTIONS, only: ["grammar", "links"] }, setup);
    expect(findings.map(({ check }) => check)).toEqual(["grammar"]);
  });

  it("skips foreign text on a page declared as English", async () => {
    const setup = { checks: checks(finding("spelling", 3, 7)), isForeignText: () => true };
    expect(await checkBlock(BLOCK, OPTIONS, setup)).toEqual({ hash: "h", language: null, findings: [] });
  });

  it("runs language-independent checks on any text, and prefers their Findings", async () => {
    const lorem = { ...finding("spelling", 0, 13), check: "content" as const };
    const content: TextCheck = { id: "content", version: "1", languages: "any", run: () => [lorem] };
    const setup = { checks: [content, ...checks(finding("spelling", 3, 7))], isForeignText: () => true };
    const only = ["spelling", "content"] as const;
    expect(await checkBlock(BLOCK, { ...OPTIONS, only }, setup)).toEqual({ hash: "h", language: null, findings: [lorem] });
    const { findings } = await checkBlock(BLOCK, { ...OPTIONS, only }, { ...setup, isForeignText });
    expect(findings).toEqual([lorem]);
  });
});
