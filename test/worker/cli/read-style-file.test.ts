import { describe, expect, it } from "vitest";
import { readStyleFile } from "#worker/cli/read-style-file.ts";

describe("readStyleFile", () => {
  it("reads words to avoid, and the kind from a third column", () => {
    const rules = readStyleFile(
      "\uFEFFutilise\tuse\r\nclick here\n\nWordPress\t\tspelling\nRegistered, no. 1\t\tRequired\nWordpress\tWordPress\n",
    );
    expect(rules.map(({ kind, term, replacement }) => [kind, term, replacement])).toEqual([
      ["avoid", "utilise", "use"],
      ["avoid", "click here", ""],
      ["name", "WordPress", ""],
      ["require", "Registered, no. 1", ""],
      ["name", "WordPress", ""],
    ]);
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });

  it("names each line that is no rule", () => {
    expect(() => readStyleFile("good\tbetter\n—\tx\na\tb\tsometimes\na\tb\tavoid\tc")).toThrow(
      "--style, line 2: Enter at least one letter or digit.\n--style, line 3: The third column must say avoid, spelling or required.\n--style, line 4: The third column must say avoid, spelling or required.",
    );
  });
});
