import { describe, expect, it } from "vitest";
import { folderLink, foldersIn, isNested } from "#worker/core/url/folder-link.ts";

const PAGE = "https://bakery.example/a/page";
const read = (href: string) => folderLink({ href, url: new URL(href, PAGE).href });

describe("folderLink", () => {
  it.each([
    ["bread/", "bread/"],
    ["./bread/", "bread/"],
    ["bread", "bread"],
    ["c/d.html?x=1#top", "c/d.html"],
    [" größe/ ", "gr%C3%B6%C3%9Fe/"],
  ])("reads %j", (href, path) => {
    expect(read(href)).toEqual({ base: "https://bakery.example/a/", path });
  });

  it.each([
    "/bread/",
    "//mill.example/",
    "https://mill.example/",
    "../bread/",
    "a/../b",
    "?page=2",
    "#top",
    "",
    "mailto:a@b.example",
  ])("reads none in %j", (href) => {
    expect(read(href)).toBeNull();
  });

  it("reads none where a base address leads to another folder", () => {
    expect(folderLink({ href: "bread/", url: "https://bakery.example/cake" })).toBeNull();
  });
});

describe("isNested", () => {
  const link = { base: "https://bakery.example/", path: "bread/" };
  const folders = new Set(["bread", "cake"]);
  it.each([
    ["https://bakery.example/cake/bread/", true],
    ["https://bakery.example/cake/cake/bread?x=1", true],
    ["https://bakery.example/bread/bread/", true],
    ["https://bakery.example/bread/", false],
    ["https://bakery.example/winter/bread/", false],
    ["https://bakery.example/cake/winter/bread/", false],
    ["https://bakery.example/cake/sourbread/", false],
    ["https://mill.example/cake/bread/", false],
  ])("%s: %s", (url, expected) => {
    expect(isNested(url, link, folders)).toBe(expected);
  });

  it("takes the folders of a link's path from it", () => {
    expect([foldersIn("a/b/index.html"), foldersIn("bread/"), foldersIn("bread")]).toEqual([["a", "b"], ["bread"], ["bread"]]);
  });
});
