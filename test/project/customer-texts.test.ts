import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { createPatternReports } from "#worker/core/checks/grammar/engine/match-patterns.ts";
import { tokensOf } from "#worker/core/checks/grammar/engine/tokens.ts";
import { PATTERN_GROUPS } from "#worker/core/checks/grammar/rules/pattern-groups.ts";
import { readTexts } from "./read-texts.ts";

const ROOT = join(import.meta.dirname, "../..");
/** Words and patterns for comparison, not sentences for people. */
const WORD_LISTS =
  /(?:words-elsewhere|harper-rules|capitals|long-subjects|named-words|confused-possessives|trade-words|modern-words)\.ts$/;
/** Names that mean nothing without their folder. */
const ROUTE_FILES = new Set("page.tsx layout.tsx route.ts error.tsx not-found.tsx main.ts".split(" "));

describe("what customers read", () => {
  it("is as the snapshot says: read the changed lines aloud before you update it", async () => {
    const texts = [section("Sentences of the pattern rules", ruleMessages()), ...sourceTexts()];
    await expect(`${texts.join("\n\n")}\n`).toMatchFileSnapshot("customer-texts.snapshot.txt");
  });
});

describe("readTexts", () => {
  const read = (source: string) => readTexts("sample.tsx", source);

  it("reads running text of JSX as one line, with inserted values by name", () => {
    expect(read("const page = <p>We read <b>{plural(site.pages)}</b> of{' '}{site.name}.</p>;")).toEqual([
      "We read {plural} of {name}.",
    ]);
  });
  it("reads titles, labels and messages, and skips class names and logs", () => {
    expect(read('const form = <Field label="Name" className="Big and Bold text" />;')).toEqual(["Name"]);
    expect(read('log.info("The crawl has ended."); throw new DomainError("conflict", "Try again later.");')).toEqual([
      "Try again later.",
    ]);
  });
});

function sourceTexts(): string[] {
  const listed = execFileSync(
    "git",
    ["ls-files", "--cached", "--others", "--exclude-standard", "app", "emails", "prisma", "worker"],
    { cwd: ROOT, encoding: "utf8" },
  );
  const bySection = new Map<string, string[]>();
  for (const file of listed.split("\n").filter((name) => /\.(?:ts|tsx|mjs)$/.test(name) && !WORD_LISTS.test(name))) {
    const texts = readTexts(file, readFileSync(join(ROOT, file), "utf8"));
    const title = headingOf(file);
    bySection.set(title, [...(bySection.get(title) ?? []), ...texts]);
  }
  return [...bySection]
    .filter(([, texts]) => texts.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([title, texts]) => section(title, texts));
}

/** Returns the file's own name, which stays when folders move; for a route with its folder. */
function headingOf(file: string): string {
  return ROUTE_FILES.has(basename(file)) ? `${basename(dirname(file))}/${basename(file)}` : basename(file);
}

/** Runs each pattern rule on its own wrong sentences; a rule without any is its own example. */
function ruleMessages(): string[] {
  const messages = PATTERN_GROUPS.flatMap((group) => {
    const reportsOf = createPatternReports([group]);
    const sentences = group.patterns.flatMap(({ id, wrong }) =>
      wrong.length > 0 ? wrong.map((row) => row.split(" => ")[0] ?? "") : [id],
    );
    return sentences.flatMap((sentence) => reportsOf(sentence, tokensOf(sentence)).map(({ message }) => message));
  });
  return messages.sort();
}

function section(title: string, texts: readonly string[]): string {
  return [`## ${title}`, ...new Set(texts)].join("\n");
}
