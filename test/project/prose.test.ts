import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const DOCSTRING = /\/\*\*(?:(?!\*\/)[\s\S])*\*\//gu;
/** Openings without a subject and a verb. */
const OPENINGS = /^(?:What|Whether|Where|Of|How|Who) /u;
const ODD_WORDS = /\b(?:stands|nobody|whatever|anew|is told)\b/iu;
/** Docstrings still in the old dialect. Lower it with each one that you mend; a new one is a fault. */
const OLD_DIALECT = 128;

describe("docstrings", () => {
  it("are plain English, but for a known number of old ones that may only shrink", () => {
    const odd = sourceFiles().flatMap((file) => oddDocstrings(file).map((text) => `${file}: ${text}`));
    expect(odd.length, `Begin with a verb or a name:\n${odd.join("\n")}`).toBeLessThanOrEqual(OLD_DIALECT);
  });
});

function sourceFiles(): string[] {
  const listed = execFileSync(
    "git",
    ["ls-files", "--cached", "--others", "--exclude-standard", "app", "emails", "prisma", "worker"],
    { cwd: ROOT, encoding: "utf8" },
  );
  return listed.split("\n").filter((file) => /\.(?:ts|tsx|mjs)$/.test(file));
}

function oddDocstrings(file: string): string[] {
  const docstrings = readFileSync(join(ROOT, file), "utf8").match(DOCSTRING) ?? [];
  return docstrings.map(textOf).filter((text) => OPENINGS.test(text) || ODD_WORDS.test(text));
}

function textOf(docstring: string): string {
  return docstring
    .slice(3, -2)
    .replace(/^\s*\*? ?/gmu, "")
    .replace(/\s+/gu, " ")
    .trim();
}
