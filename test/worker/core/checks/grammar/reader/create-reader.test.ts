import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { createReader, type ReadSentence } from "#worker/core/checks/grammar/reader/create-reader.ts";
import { readReaderModel } from "#worker/core/checks/grammar/reader/reader-model.ts";

const bytes = () => new Uint8Array(readFileSync("worker/threads/check/english-reader/en.bin"));

describe("createReader", { timeout: 30_000 }, () => {
  let read: ReadSentence;
  beforeAll(() => {
    read = createReader(readReaderModel(bytes()));
  });

  it.each([
    ["They are happy with there new house .", "there"],
    ["A ticket cost as much then last year .", "then"],
    ["He forgot to locked the door last night .", "locked"],
    ["We have three room with a view of the sea .", "room"],
    ["She has lived here since five years .", "since"],
  ])("doubts the wrong word of “%s” most", (sentence, wrong) => {
    const words = sentence.split(" ");
    const doubts = read(words) ?? new Float32Array();
    expect(words[doubts.indexOf(Math.max(...doubts))]).toBe(wrong);
  });

  it("doubts the word after one that is missing", () => {
    const words = "We look forward hear from you soon .".split(" ");
    const doubts = read(words) ?? new Float32Array();
    expect(words[doubts.indexOf(Math.max(...doubts))]).toBe("hear");
  });

  it("doubts no word of a right sentence, and says the same of it twice", () => {
    const words = "The shop is open every day from nine to five .".split(" ");
    const doubts = read(words) ?? new Float32Array();
    expect(Math.max(...doubts)).toBeLessThan(0);
    read("Another sentence that is a little longer stands between the two .".split(" "));
    expect(read(words)).toEqual(doubts);
  });

  it("does not read a sentence that is too long", () => {
    expect(read(Array.from({ length: 94 }, () => "a"))).toHaveLength(94);
    expect(read(Array.from({ length: 95 }, () => "a"))).toBeNull();
  });

  it("refuses weights that are cut off", () => {
    expect(() => readReaderModel(bytes().slice(0, -100))).toThrow(
      /^The weights of the sentence reader have \d+ bytes, not \d+\.$/,
    );
  });
});
