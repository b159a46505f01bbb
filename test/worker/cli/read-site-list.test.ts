import { describe, expect, it } from "vitest";
import { readSiteList } from "#worker/cli/read-site-list.ts";

describe("readSiteList", () => {
  it("reads one address from each line, each once, and leaves comments out", () => {
    const file = "\uFEFF# our clients\r\nbakery.example\r\n\r\n  https://harbour.example/en \nbakery.example\n";
    expect(readSiteList(file)).toEqual(["bakery.example", "https://harbour.example/en"]);
  });

  it("names the lines that are no addresses, at most five", () => {
    expect(() => readSiteList("bakery.example\nnot an address\n")).toThrow(/--sites, line 2: .*contains a space/);
    expect(() => readSiteList("a b\n".repeat(8))).toThrow(/and 3 more\.$/);
  });

  it.each([
    ["", /names no site/],
    ["# nothing\n", /names no site/],
    [Array.from({ length: 1_001 }, (_, at) => `s${at}.example`).join("\n"), /names 1001 sites/],
  ])("refuses a file without sites or with too many", (file, complaint) => {
    expect(() => readSiteList(file)).toThrow(complaint);
  });
});
