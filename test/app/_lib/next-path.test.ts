import { describe, expect, it } from "vitest";
import { nextPath } from "#app/_lib/next-path.ts";

const APP_URL = "https://flawless.example";

describe("nextPath", () => {
  it.each([
    ["/sites/1?issue=2", "/sites/1?issue=2"],
    ["/billing", "/billing"],
    ["/sites/1#issues", "/sites/1"],
  ])("follows a path of ours: %s", (next, expected) => {
    expect(nextPath(next, APP_URL)).toBe(expected);
  });

  it.each([
    "//evil.example/",
    "/\\evil.example",
    "/\t/evil.example",
    "https://evil.example/",
    "https://flawless.example.evil.example/",
    "javascript:alert(1)",
    "sites",
    "",
    undefined,
    ["/sites/1"],
  ])("never leads elsewhere: %j", (next) => {
    expect(nextPath(next, APP_URL)).toBe("/sites");
  });
});
