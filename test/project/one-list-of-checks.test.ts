import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { CHECK_IDS } from "#worker/core/checks/check-kinds.ts";

/** The table itself, and the file that plugs in the code of each text check. */
const MAY_LIST = ["worker/core/checks/check-kinds.ts", "worker/core/checks/registry.ts"];
/** Code that names this many checks has a list of its own. */
const A_LIST = 3;

/** Returns the names of checks that a source has as a string or key. The check of one Issue in a sample is not a list. */
function checksNamedIn(code: string): string[] {
  const source = code.replace(/\bcheck: "[a-z]+"/g, "");
  return CHECK_IDS.filter((id) => new RegExp(`["']${id}["']|(?<![\\w.-])${id}(?=: \\S)`).test(source));
}

describe("names of checks", () => {
  it("are listed in the table of checks only", async () => {
    const listed = execFileSync(
      "git",
      ["ls-files", "--cached", "--others", "--exclude-standard", "app", "worker", "prisma", "emails"],
      { encoding: "utf8" },
    );
    const sources = listed.split("\n").filter((path) => /\.tsx?$/.test(path) && !MAY_LIST.includes(path));
    expect(sources.length).toBeGreaterThan(500);
    const named = await Promise.all(
      sources.map(async (path) => ({ path, checks: checksNamedIn(await readFile(path, "utf8")) })),
    );
    expect(named.filter(({ checks }) => checks.length >= A_LIST)).toEqual([]);
  });

  it.each([
    "const counts = { spelling: 0, grammar: 0, content: 0, links: 0 };",
    'z.enum(["spelling", "grammar", "links"])',
    "const NAMES = { spelling: 'Spelling', grammar: 'Grammar', links: 'Links' };",
  ])("counts as a list: %s", (source) => {
    expect(checksNamedIn(source).length).toBeGreaterThanOrEqual(A_LIST);
  });
});
