import { describe, expect, it } from "vitest";
import { nextPath } from "#app/_lib/forms/next-path.ts";

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
    "/..//evil.example",
    "/.//evil.example",
    "/x/..//evil.example",
    "/sites/%2e%2e//evil.example",
    "/sites/%2E./%2e.//evil.example/x",
    "/..//\\evil.example",
    "/./\\evil.example",
    "/\n/evil.example",
    "/\r\n//evil.example",
    "/.\t/../\\/evil.example",
    "//user:password@evil.example",
    "///evil.example",
    "javascript:alert(1)",
    "sites",
    "",
    undefined,
    ["/sites/1"],
  ])("never leads elsewhere: %j", (next) => {
    expect(nextPath(next, APP_URL)).toBe("/sites");
  });

  it.each([
    "/%2f%2fevil.example",
    "/%5cevil.example",
    "/ /evil.example",
    "/。evil.example",
    "/@evil.example",
    "/sites/../billing",
    "/a//b",
  ])("returns only paths that every browser resolves to our own origin: %j", (next) => {
    const path = nextPath(next, APP_URL);
    expect(new URL(path, APP_URL).origin).toBe(APP_URL);
    expect(new URL(path, "http://other.example").host).toBe("other.example");
  });
});
