import { describe, expect, it } from "vitest";
import { makeIsTaught } from "#worker/core/checks/spelling/make-is-taught.ts";
import { acceptedWords } from "#worker/core/checks/spelling/word-endings.ts";

const accepts = (word: string, withEndings: boolean, text: string) =>
  makeIsTaught(acceptedWords([{ word, withEndings }]))({ check: "spelling", text });

describe("a word with endings", () => {
  it.each([
    ["kombucha", "Kombuchas"],
    ["kombucha", "kombucha’s"],
    ["kombucha", "kombuchas’"],
    ["vlog", "vlogging"],
    ["vlog", "VLOGGED"],
    ["bikeshare", "bikesharing"],
    ["bikeshare", "bikeshared"],
    ["shoppify", "shoppifies"],
    ["shoppify", "shoppified"],
    ["deploy", "deploys"],
    ["mux", "muxes"],
    ["Zyngo", "Zyngos"],
    ["Zyngo", "Zyngo’s"],
    ["PDF", "PDFs"],
    ["iPhone", "iPhones"],
  ])("%s covers %s", (word, text) => {
    expect(accepts(word, true, text)).toBe(true);
  });

  it.each([
    ["vlog", "vloging"],
    ["shoppify", "shoppifys"],
    ["bikeshare", "bikeshareing"],
    ["iPhone", "iphones"],
    ["PDF", "PDFing"],
    ["kombucha", "kombuchi"],
  ])("%s does not cover %s", (word, text) => {
    expect(accepts(word, true, text)).toBe(false);
  });

  it("accepts no ending without being asked to, but the possessive", () => {
    expect(accepts("kombucha", false, "kombuchas")).toBe(false);
    expect(accepts("kombucha", false, "kombucha’s")).toBe(true);
  });
});
