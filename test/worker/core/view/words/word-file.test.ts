import { describe, expect, it } from "vitest";
import { formatWordFile, parseWordFile } from "#worker/core/view/words/word-file.ts";

const wordsOf = (text: string) => parseWordFile(text).entries.map(({ word, withEndings }) => (withEndings ? `${word}+` : word));

describe("parseWordFile", () => {
  it("reads plain text with any line ends, comments and a byte order mark", () => {
    expect(wordsOf("\uFEFF# our words\r\nFlawless\r\nkubectl\n\nZoe\u0308\rnginx ")).toEqual([
      "Flawless",
      "kubectl",
      "Zoë",
      "nginx",
    ]);
  });

  it.each([
    ["vlog/S", "vlog+"],
    ["vlog/SDG", "vlog+"],
    ["vlog/MS", "vlog+"],
    ["Brightwell/M", "Brightwell"],
    ["vlog", "vlog"],
    ["vlog/", "vlog"],
    ["vlog/SDG\tpo:noun", "vlog+"],
    ["vlog/SDG po:noun is:plural", "vlog+"],
    ["vlog po:noun", "vlog"],
    ["TCP\\/IP/S", "TCP/IP+"],
  ])("reads a Hunspell entry: %s", (line, expected) => {
    expect(wordsOf(`1\n${line}\n`)).toEqual([expected]);
  });

  it.each(["word/123,45", "word/AxBy", "word/ABX", "Haus/Sp"])(
    "counts flags that we do not know, and reads no endings: %s",
    (line) => {
      const { entries, unknownFlags } = parseWordFile(`1\n${line}`);
      expect(entries).toMatchObject([{ withEndings: false }]);
      expect(unknownFlags).toBe(1);
    },
  );

  it("takes a number for the count on the first line only", () => {
    expect(parseWordFile("12\nvlog").refused).toEqual([]);
    expect(parseWordFile("vlog\n12").refused).toEqual([{ line: 2, text: "12", reason: "It has no letter." }]);
  });

  it("returns what is no word with its line and a reason, and counts doubles", () => {
    const { entries, refused, doubles } = parseWordFile(`New York\n<b>\n${"a".repeat(81)}\nvlog\nvlog/S\nvlog`);
    expect(entries).toEqual([{ word: "vlog", withEndings: true }]);
    expect(doubles).toBe(2);
    expect(refused.map(({ line, reason }) => `${line}: ${reason}`)).toEqual([
      "1: It is more than one word. Write one word on each line.",
      "2: It has characters that are in no word.",
      "3: It is longer than 80 characters.",
    ]);
  });

  it("reads a hostile line in the time that its length needs", () => {
    const started = process.cpuUsage();
    parseWordFile(`x${" ".repeat(100_000)}x\n${"/".repeat(100_000)}\n${"a: ".repeat(50_000)}\n${"\\/".repeat(50_000)}`);
    expect(process.cpuUsage(started).user).toBeLessThan(2_000_000);
  });
});

describe("formatWordFile", () => {
  const entries = [
    { word: "vlog", withEndings: true },
    { word: "TCP/IP", withEndings: false },
  ];

  it("writes a Hunspell dictionary that reads back the same", () => {
    const text = formatWordFile(entries, "dic");
    expect(text).toBe("2\nvlog/SDG\nTCP\\/IP\n");
    expect(parseWordFile(text).entries).toEqual(entries);
  });

  it("writes plain text", () => expect(formatWordFile(entries, "txt")).toBe("vlog\nTCP/IP\n"));
});
