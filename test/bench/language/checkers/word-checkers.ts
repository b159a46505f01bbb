import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { Checker, Flag } from "./flag.ts";

/** Returns a checker that runs cspell with its default dictionaries. `program`: its main file. */
export function cspellChecker(program: string): Checker {
  return onLines(async (file) => {
    const output = await runProgram(process.execPath, [
      program,
      "lint",
      "--no-progress",
      "--no-summary",
      "--show-suggestions",
      "--root",
      dirname(file),
      file,
    ]);
    return output.split("\n").flatMap((line) => {
      const [, at, column, word, suggestions = ""] =
        /:(\d+):(\d+) - Unknown word \(([^)]*)\)(?: fix: \([^)]*\))?(?: Suggestions: \[([^\]]*)\])?/.exec(line) ?? [];
      if (!at || !column || !word) return [];
      return [
        {
          line: Number(at) - 1,
          start: Number(column) - 1,
          word,
          suggestions: suggestions.split(", ").map((suggestion) => suggestion.replace(/\*$/, "")),
        },
      ];
    });
  });
}

const TYPO = z.object({ line_num: z.number(), byte_offset: z.number(), typo: z.string(), corrections: z.array(z.string()) });

/** Returns a checker that runs typos, which knows a list of misspellings. `program`: its binary. */
export function typosChecker(program: string): Checker {
  return onLines(async (file, texts) => {
    const output = await runProgram(program, ["--format", "json", "--no-ignore", "--hidden", file]);
    return output.split("\n").flatMap((line) => {
      const found = TYPO.safeParse(line === "" ? null : JSON.parse(line));
      if (!found.success) return [];
      const { line_num, byte_offset, typo, corrections } = found.data;
      const before = Buffer.from(texts[line_num - 1] ?? "").subarray(0, byte_offset);
      return [{ line: line_num - 1, start: before.toString().length, word: typo, suggestions: corrections }];
    });
  });
}

type Hit = { line: number; start: number; word: string; suggestions: string[] };

/** Makes a checker of a program that reads a file with one text a line. */
function onLines(check: (file: string, texts: readonly string[]) => Promise<Hit[]>): Checker {
  return async (texts) => {
    const folder = await mkdtemp(join(tmpdir(), "flawless-bench-lines-"));
    try {
      const file = join(folder, "texts.txt");
      const lines = texts.map((text) => text.replace(/\s+/g, " "));
      await writeFile(file, lines.join("\n"));
      const found = texts.map((): Flag[] => []);
      for (const { line, start, word, suggestions } of await check(file, lines))
        found[line]?.push({ start, end: start + word.length, kind: "spelling", suggestions, isMailed: true });
      return found;
    } finally {
      await rm(folder, { recursive: true });
    }
  };
}

/** Runs a program that ends with a status other than 0 when it found something. */
function runProgram(program: string, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, args, { maxBuffer: 1e9 }, (error, stdout, stderr) => {
      if (error && stdout === "") reject(new Error(`${program} failed: ${stderr || error.message}`));
      else resolve(stdout);
    });
  });
}
