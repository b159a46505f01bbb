import { describe, expect, it } from "vitest";
import { languagesOf, refererFor } from "#worker/http/client/browser-headers.ts";

describe("refererFor", () => {
  it.each([
    ["https://a.example/blog/?p=1#top", "https://a.example/x.png", "https://a.example/blog/?p=1"],
    ["https://ann:secret@a.example/blog", "https://a.example/x.png", "https://a.example/blog"],
    ["https://a.example/blog", "https://b.example/x.png", "https://a.example/"],
    ["http://a.example/blog", "https://a.example/x.png", "http://a.example/"],
    ["http://a.example/blog", "http://a.example:8080/x.png", "http://a.example/"],
    ["https://a.example/blog", "http://a.example/x.png", undefined],
    ["file:///home/ann/index.html", "https://a.example/x.png", undefined],
  ])("for a part of %s at %s is %s", (page, url, referer) => {
    expect(refererFor(page, url).referer).toBe(referer);
  });
});

describe("languagesOf", () => {
  it.each([
    ["de", "de,en;q=0.8"],
    ["pt-BR", "pt-BR,pt;q=0.9,en;q=0.8"],
  ])("asks in %s first", (locale, languages) => {
    expect(languagesOf(locale)).toBe(languages);
  });
});
