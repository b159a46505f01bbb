import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const DOCSTRING = /\/\*\*(?:(?!\*\/)[\s\S])*\*\//gu;
/** Openings without a subject and a verb. */
const OPENINGS = /^(?:What|Whether|Where|Of|How|Who) /u;
const ODD_WORDS = /\b(?:stands|nobody|whatever|anew|is told)\b/iu;

describe("docstrings", () => {
  it("begin with a verb or a name, and avoid the words that we avoid", () => {
    const odd = sourceFiles().flatMap((file) => oddDocstrings(file).map((text) => `${file}: ${text}`));
    expect(odd, "Begin with a verb or the thing's name. CONTRIBUTING.md has examples.").toEqual([]);
  });
});

function sourceFiles(): string[] {
  const listed = execFileSync(
    "git",
    ["ls-files", "--cached", "--others", "--exclude-standard", "app", "emails", "prisma", "test", "worker"],
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
