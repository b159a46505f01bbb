import { describe, expect, it } from "vitest";
import { parseRobotsRules } from "#worker/core/url/robots/robots-rules.ts";

const allows = (text: string, path: string) => parseRobotsRules(text, "FlawlessBot").isAllowed(path);

describe("parseRobotsRules", () => {
  it.each([
    ["Disallow: /a", "/ab", false],
    ["Disallow: /a$", "/ab", true],
    ["Disallow: /a$", "/a", false],
    ["Disallow: /*.pdf$", "/x/y.pdf", false],
    ["Disallow: /*.pdf$", "/x/y.pdf?z", true],
    ["Disallow: /a*b*c", "/a1b2c3", false],
    ["Disallow: /a*b*c", "/a1c2b3", true],
    ["Disallow: /\nAllow: /public", "/public/x", true],
    ["Disallow: /page\nAllow: /page", "/page", true],
    ["Disallow: /search?q=", "/search?q=flour", false],
    ["Disallow: /caf%c3%a9", "/caf%C3%A9", false],
    ["Disallow: /café", "/caf%C3%A9", false],
    ["Disallow: /%7Eann", "/~ann", false],
    ["Disallow:", "/", true],
    ["Disallow: ***", "/", false],
    ["Disallow: /a$b", "/a$b", false],
    ["Disallow: /$", "/", false],
    ["Disallow: /$", "/index.html", true],
    ["Disallow: /shop/*\nAllow: /shop/*.html", "/shop/loaf.html", true],
    ["Disallow: /shop/loaf\nAllow: /shop/*", "/shop/loaf", false],
    ["Disallow: /a\rAllow: /a/b\rDisallow: /a/b/c", "/a/b/x", true],
    ["Disallow: /a\rAllow: /a/b\rDisallow: /a/b/c", "/a/b/c", false],
    ["Disallow: /Case", "/case", true],
  ])("%j decides on %s: %s", (rules, path, allowed) => {
    expect(allows(`User-agent: *\n${rules}`, path)).toBe(allowed);
  });

  it.each([
    ["User-agent: *\nDisallow: /\nUser-agent: FlawlessBot/2.0\nDisallow: /x", "/y", true],
    ["User-agent: FlawlessBot\nDisallow: /x\nUser-agent: a\nDisallow: /y\nUser-agent: flawlessbot\nDisallow: /z", "/z", false],
    ["User-agent: FlawlessBot\nSitemap: /s.xml\nUser-agent: b\nDisallow: /x", "/x", false],
    ["User-agent: FlawlessBotany\nDisallow: /", "/", true],
    ["User-agent: __proto__\nDisallow: /", "/", true],
    ["Disallow: /", "/", true],
  ])("%j allows %s: %s, by its groups", (text, path, allowed) => {
    expect(allows(text, path)).toBe(allowed);
  });

  it("returns the delay of the matching group", () => {
    const text = "User-agent: *\nCrawl-delay: 9\nUser-agent: FlawlessBot\nCrawl-delay: 2.5\nCrawl-delay: soon";
    expect(parseRobotsRules(text, "FlawlessBot").crawlDelay).toBe(2.5);
    expect(parseRobotsRules(text, "OtherBot").crawlDelay).toBe(9);
    expect(parseRobotsRules("", "FlawlessBot").crawlDelay).toBeNull();
  });

  it.each([
    ["many names for many rules", "User-agent: *\n".repeat(18_000) + "Disallow: /b\n".repeat(19_000)],
    ["many rules of many stars", `User-agent: *\n${"Disallow: /*a*a*a*a*a*b\n".repeat(20_000)}`],
    ["nothing but stars", `User-agent: *\nDisallow: /${"*".repeat(500_000)}b`],
    ["a star after each letter", `User-agent: *\nDisallow: /${"a*".repeat(250_000)}b`],
  ])("parses and matches in bounded time: %s", (_, text) => {
    const startedAt = performance.now();
    const { isAllowed } = parseRobotsRules(text, "FlawlessBot");
    for (let asked = 0; asked < 20; asked++) expect(isAllowed(`/${"a".repeat(1_900)}`)).toBe(true);
    expect(performance.now() - startedAt).toBeLessThan(4_000);
  });
});
