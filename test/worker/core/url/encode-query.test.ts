import { describe, expect, it } from "vitest";
import { encodeQuery } from "#worker/core/url/encode-query.ts";

describe("encodeQuery", () => {
  it.each([
    ["windows-1252", "/find?q=Käse&x=1#Käse", "/find?q=K%E4se&x=1#Käse"],
    ["windows-1252", "/Käse?q=5€", "/Käse?q=5%80"],
    ["windows-1252", "?q=日本", "?q=%26%2326085%3B%26%2326412%3B"],
    ["windows-1252", "?q=😀", "?q=%26%23128512%3B"],
    ["windows-1252", "?q=\uD800", "?q=%26%2365533%3B"],
    ["GBK", "?no=红17", "?no=%BA%EC17"],
    ["gb18030", "?q=ä", "?q=%810%8A1"],
    ["Shift_JIS", "?q=表", "?q=%95\\"],
    ["EUC-JP", "?q=日ä", "?q=%C6%FC%26%23228%3B"],
    ["EUC-KR", "?q=한", "?q=%C7%D1"],
    ["Big5", "?q=日", "?q=%A4%E9"],
    ["windows-1251", "?q=Я", "?q=%DF"],
    ["x-mac-cyrillic", "?q=Я", "?q=%9F"],
    ["UTF-8", "?q=Käse", "?q=Käse"],
    ["UTF-16LE", "?q=Käse", "?q=Käse"],
    ["no-such-encoding", "?q=Käse", "?q=Käse"],
    [undefined, "?q=Käse", "?q=Käse"],
    ["windows-1252", "/Käse#a?q=Käse", "/Käse#a?q=Käse"],
  ])("in %s writes %s as %s", (encoding, href, encoded) => {
    expect(encodeQuery(href, encoding)).toBe(encoded);
  });
});
