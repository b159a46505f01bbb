import { describe, expect, it } from "vitest";
import { parseArguments, wantsUsage } from "#worker/cli/arguments.ts";
import { CHECK_IDS } from "#worker/core/checks/check-kinds.ts";

describe("parseArguments", () => {
  it("checks everything of at most 500 pages unless told otherwise", () => {
    expect(parseArguments(["example.com"])).toEqual({
      url: "example.com",
      format: "text",
      "max-pages": 500,
      lang: "auto",
      only: [...CHECK_IDS],
      "no-browser": false,
      "allow-private": false,
    });
  });

  it("takes every option, before or after the address", () => {
    const args = ["--json", "--max-pages", "7", "http://localhost:1/", "--lang=en-GB", "--only", "links, spelling"];
    expect(parseArguments([...args, "--no-browser", "--allow-private", "--baseline", "site.json"])).toEqual({
      baseline: "site.json",
      url: "http://localhost:1/",
      format: "json",
      "max-pages": 7,
      lang: "en-GB",
      only: ["links", "spelling"],
      "no-browser": true,
      "allow-private": true,
    });
  });

  it("takes a file of many sites in place of an address", () => {
    expect(parseArguments(["--sites", "clients.txt", "--format", "sarif"])).toMatchObject({
      url: null,
      sites: "clients.txt",
      format: "sarif",
    });
  });

  it.each([
    [[], /Add the address of a site/],
    [["a.example", "--sites", "clients.txt"], /either an address or --sites/],
    [["--sites", "clients.txt", "--auth", "a:b"], /sign-in is for one site/],
    [["a.example", "--format", "pdf"], /--format.*sarif/],
    [["a.example", "--json", "--format", "junit"], /either --json or --format junit/],
    [["a.example", "b.example"], /Give only one address/],
    [["a.example", "--max-pages", "none"], /--max-pages/],
    [["a.example", "--max-pages", "0"], /--max-pages/],
    [["a.example", "--lang", "pl"], /--lang.*en-US/],
    [["a.example", "--only", "lint"], /--only.*spelling/],
    [["a.example", "--colour"], /--colour/],
    [["a.example", "--baseline="], /--baseline: Name a file/],
  ])("says what is wrong with %j, and what is possible", (args, complaint) => {
    expect(() => parseArguments(args)).toThrow(complaint);
    expect(() => parseArguments(args)).toThrow(/Usage: npm run check/);
  });
});

describe("wantsUsage", () => {
  it.each([[["--help"]], [["-h"]], [["example.com", "--json", "--help"]]])("sees that %j asks for it", (args) => {
    expect(wantsUsage(args)).toBe(true);
  });

  it("sees that a check is wanted", () => {
    expect(wantsUsage(["example.com", "--only", "links"])).toBe(false);
  });
});
