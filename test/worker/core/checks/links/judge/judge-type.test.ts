import { describe, expect, it } from "vitest";
import { faultOfType, isDoubtfulType } from "#worker/core/checks/links/judge/judge-type.ts";
import { type Needed, neededAt } from "#worker/core/checks/links/target-use.ts";

const PAGE = "<!DOCTYPE html><title>Home</title>";
const PNG = "\x89PNG\r\n\x1a\n";

const judge = (needed: Needed, type: string, text: string, isSniffed = true) =>
  faultOfType(needed, { type, isSniffed, beginning: Buffer.from(text, "latin1") });

describe("faultOfType", () => {
  it.each<[Needed, string, string]>([
    ["picture", "text/html", PAGE],
    ["picture", "text/html", ""],
    ["picture", "application/xhtml+xml", "<?xml version='1.0'?><html>"],
    ["picture", "text/plain", "File not found"],
    ["picture", "application/json", '{"error":404}'],
    ["style sheet", "text/html", PAGE],
    ["style sheet", "text/html", "p { color: red }"],
    ["script", "text/html", PAGE],
    ["script", "text/html", "\xef\xbb\xbf \n<!-- a --><!-- b -->\n<html>"],
    ["script", "text/html", "<!-- never ends"],
    ["script", "image/png", PNG],
    ["file", "text/html", "<head>"],
  ])("finds fault with a %s of type %s that begins with %j", (needed, type, text) => {
    expect(judge(needed, type, text)).toMatch(/Upload the file again, or correct its address\.$/);
  });

  it.each<[Needed, string, string]>([
    ["picture", "image/png", PNG],
    ["picture", "text/html", PNG],
    ["picture", "text/plain", "RIFF\0\0\0\0WEBPVP8 "],
    ["picture", "text/html", "\0\0\0\x1cftypavif"],
    ["picture", "application/octet-stream", "?"],
    ["picture", "image/svg+xml", "<svg>"],
    ["picture", "", PAGE],
    ["style sheet", "text/css", PAGE],
    ["style sheet", "text/plain", "p { color: red }"],
    ["script", "text/html", "var a = 1 < 2;"],
    ["script", "text/plain", "<html".slice(0, 1)],
    ["script", "application/x-javascript", PAGE],
    ["script", "application/json", '{"a":1}'],
    ["file", "text/html", "\0\x01\0\0"],
    ["file", "video/mp4", ""],
    ["document", "text/html", PAGE],
  ])("finds none with a %s of type %s that begins with %j", (needed, type, text) => {
    expect(judge(needed, type, text)).toBeNull();
  });

  it("believes a server that forbids to guess", () => {
    expect(judge("style sheet", "text/plain", "p { }", false)).toContain(
      "ignore this style sheet: the server answers with “text/plain”",
    );
    expect(judge("script", "text/plain", "a = 1", false)).toContain("do not run this script");
  });

  it("needs the beginning only where the type leaves a doubt", () => {
    expect([isDoubtfulType("picture", "image/webp"), isDoubtfulType("picture", "text/html")]).toEqual([false, true]);
  });
});

describe("neededAt", () => {
  it.each([
    ["img", null, "picture"],
    ["link", "shortcut icon", "picture"],
    ["link", "alternate stylesheet", "style sheet"],
    ["link", "canonical", null],
    ["iframe", null, "document"],
    ["a", null, null],
    ["meta", null, null],
  ])("%s with rel=%s is %s", (element, rel, needed) => {
    expect(neededAt({ element, rel })).toBe(needed);
  });
});
