import { readdirSync, readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import type { Finding } from "#worker/core/checks/finding.ts";
import { MAIL_CONFIDENCE } from "#worker/core/checks/finding.ts";
import { createCheckPool } from "#worker/threads/check/check-pool.ts";

const FOLDER = new URL("../../../fixtures/corpus/", import.meta.url);
const FILES = readdirSync(FOLDER).filter((name) => /^[a-zA-Z-]+\.\w+\.txt$/.test(name));

describe("the text checks on the small corpus", () => {
  const pool = createCheckPool({ threads: 1 });
  afterAll(() => pool.close());

  it("find what findings.txt lists, and nothing else", { timeout: 120_000 }, async () => {
    const sections: string[] = [];
    for (const name of FILES) sections.push(`${name}\n${(await findingsOf(name)).join("\n")}\n`);
    await expect(sections.join("\n")).toMatchFileSnapshot(new URL("findings.txt", FOLDER).pathname);
  });

  async function findingsOf(name: string): Promise<string[]> {
    const lang = name.split(".")[0] ?? null;
    const lines = readFileSync(new URL(name, FOLDER), "utf8").split("\n").filter(Boolean);
    const blocks = lines.map((text, index) => ({ hash: String(index), kind: "paragraph" as const, lang, text }));
    const options = { siteLanguage: "auto", pageLang: lang, only: ["spelling", "grammar", "content"] } as const;
    const checked = await pool.checkBlocks(blocks, options);
    return checked.flatMap(({ hash, findings }) => findings.map((finding) => describeFinding(Number(hash) + 1, finding)));
  }
});

function describeFinding(line: number, { rule, text, suggestions, confidence, message }: Finding): string {
  const certainty = confidence >= MAIL_CONFIDENCE ? "mailed" : "shown";
  const fix = suggestions[0] === undefined ? "" : ` → ${suggestions[0]}`;
  return `  ${String(line).padStart(2)} ${certainty} ${rule}: ${text}${fix} | ${message}`;
}
