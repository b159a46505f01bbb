import { describe, expect, it } from "vitest";
import { canonicalUrl, MAX_URL_LENGTH } from "#worker/core/url/canonical-url.ts";
import { choosingParameters, withoutSession } from "#worker/core/url/tracking-parameters.ts";

const base = "https://example.com/docs/page";

describe("canonicalUrl", () => {
  it.each([
    ["/a#part", "https://example.com/a"],
    ["/a#/about", "https://example.com/a#/about"],
    ["/a#!/about", "https://example.com/a#!/about"],
    ["/a#/", "https://example.com/a"],
    ["/a#!", "https://example.com/a"],
    ["/a#:~:text=x/y", "https://example.com/a"],
    ["HTTP://EXAMPLE.com:80/", "http://example.com/"],
    ["https://example.com:443", "https://example.com/"],
    ["../x/./y/%2e%2e/z", "https://example.com/x/z"],
    ["?utm_source=mail&page=2&UTM_Campaign=x", "https://example.com/docs/page?page=2"],
    ["/?gclid=1&fbclid=2&mc_cid=3&msclkid=4", "https://example.com/"],
    ["/a?", "https://example.com/a"],
    ["/a?&&b=1&", "https://example.com/a?b=1"],
    ["/cart;jsessionid=0123ABCD?x=1", "https://example.com/cart?x=1"],
    ["/(S(lit3py55t21z5v55vlm25s55))/home.aspx", "https://example.com/home.aspx"],
    ["/shop/(A(lit3py55t21z5v55vlm25s55)F(x0123456789abcdef))/", "https://example.com/shop/"],
    ["/wiki/(S(p))/Mercury_(planet)", "https://example.com/wiki/(S(p))/Mercury_(planet)"],
    ["/?PHPSESSID=abc&sort=up", "https://example.com/?sort=up"],
    ["/?session_id=0a9f3c77b2d14e5f8a&ASPSESSIONIDQQ=AB&CFID=12&x=1", "https://example.com/?x=1"],
    ["/?sid=0a9f3c77b2d14e5f8a&x=1", "https://example.com/?x=1"],
    ["/?x=1&session=Zk3_9dLq0aPqW7tRsX2yB1", "https://example.com/?x=1"],
    ["/%7euser/%c3%bc", "https://example.com/~user/%C3%BC"],
    ["/über", "https://example.com/%C3%BCber"],
    ["//user:secret@other.example/", "https://other.example/"],
    ["http://bücher.example/", "http://xn--bcher-kva.example/"],
  ])("normalises %s to %s", (href, expected) => {
    expect(canonicalUrl(href, base)).toBe(expected);
  });

  it.each([
    "https://example.com/a?b=2&a=1",
    "https://example.com/a/",
    "https://example.com/a",
    "https://example.com/A",
    "https://example.com/a//b",
    "https://example.com/?reference=1",
    "https://example.com/?q=a%2Fb",
    "https://example.com/?sid=42",
    "https://example.com/talk?session_id=12",
    "https://example.com/help?sessionid=ovens",
    "https://example.com/talk?session_id=550e8400-e29b-41d4-a716-446655440000",
    "https://example.com/?session=autumn-2026-opening-party",
    "https://example.com/?sid=deadbeef",
    "https://example.com/?id=0a9f3c77b2d14e5f8a",
    "https://example.com/a%2Fb",
    "https://example.com:8443/",
  ])("leaves %s alone", (href) => {
    expect(canonicalUrl(href, base)).toBe(href);
  });

  it.each([
    "mailto:a@example.com",
    "javascript:void(0)",
    "data:text/html,x",
    "ftp://example.com/",
    "http://",
    "https://exa mple.com/",
  ])("returns null for %s", (href) => {
    expect(canonicalUrl(href, base)).toBeNull();
  });

  it("rejects addresses over the limit, and accepts one at it", () => {
    const start = "https://example.com/";
    expect(canonicalUrl(start + "a".repeat(MAX_URL_LENGTH - start.length))).not.toBeNull();
    expect(canonicalUrl(start + "a".repeat(MAX_URL_LENGTH - start.length + 1))).toBeNull();
    expect(canonicalUrl(start + "a".repeat(5_000_000))).toBeNull();
  });

  it("is idempotent", () => {
    const once = canonicalUrl("HTTP://example.com/%7E/../ü;jsessionid=1?utm_x=1&b=%c3#f");
    expect(once).not.toBeNull();
    expect(canonicalUrl(once ?? "")).toBe(once);
  });
});

describe("choosingParameters", () => {
  it("finds what looks like a session id and has several values, among few and very many links", () => {
    const [one, other] = ["0a9f3c77b2d14e5f8a", "9a9f3c77b2d14e5f8b"];
    const links = [
      `/talk?sid=${one}`,
      `/talk?x=1&sid=${other}#sid=1`,
      `/a?session=${one}`,
      `/b?session=${one}`,
      `/c?PHPSESSID=${one}`,
    ];
    expect([...choosingParameters([...links, `/d?PHPSESSID=${other}`, "/e?sess=1", "/e?sess=2"])]).toEqual(["sid"]);
    expect(canonicalUrl(`https://a.example/talk?sid=${one}&utm_source=x`, undefined, new Set(["sid"]))).toBe(
      `https://a.example/talk?sid=${one}`,
    );
  });
});

describe("withoutSession", () => {
  it("makes links equal that differ only in session ids", () => {
    const link = (id: string) => `https://a.example/x;jsessionid=${id}?a=1&PHPSESSID=${id}&sid=${id}&b=2#c`;
    expect(withoutSession(link("0123456789abcdef0"))).toBe(withoutSession(link("fedcba98765432100")));
  });

  it.each(["https://a.example/", "https://a.example/?sid=42", "https://a.example/?a=1&b=2#sid=0123456789abcdef0"])(
    "does not change %s",
    (url) => expect(withoutSession(url)).toBe(url),
  );
});
