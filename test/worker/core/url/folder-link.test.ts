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

  it.each(["a/./b", "a//b", "a/.", "a.", "a./b", "a b", "a;x=1/b", "a.b-c_d/", "bread?to=/x/", "bread#/x/", "%61/b"])(
    "reads from %j the path that browsers request",
    (href) => {
      const { origin, pathname } = new URL(href, PAGE);
      const path = new URL(href, "http://folder/").pathname.slice(1);
      expect(read(href)).toEqual({ base: origin + pathname.slice(0, -path.length), path });
    },
  );

  it("does not take the host for a part of the path", () => {
    expect(folderLink({ href: "bakery.example/bread", url: "https://bakery.example/bread" })).toBeNull();
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
