import { describe, expect, it } from "vitest";
import { MAIL_CONFIDENCE } from "#worker/core/checks/finding.ts";
import { linkFindings } from "#worker/core/checks/links/link-findings.ts";
import { LINK_RULES } from "#worker/core/checks/links/link-rules.ts";
import type { LinkVerdict } from "#worker/core/checks/links/link-verdict.ts";
import { needsNextCrawl } from "#worker/core/checks/links/needs-next-crawl.ts";
import { fingerprint } from "#worker/core/issues/fingerprint.ts";
import type { PageLink } from "#worker/core/page/page-content.ts";

const PAGE = "https://bakery.example/";
const TARGET = "https://mill.example/flour#rye";
const verdict = (fields: Partial<LinkVerdict> = {}): LinkVerdict => ({
  url: TARGET,
  state: "broken",
  rule: "links/not-found",
  status: 404,
  reason: "The page does not exist (404).",
  finalUrl: null,
  ...fields,
});
const use = (text: string): PageLink => ({ url: TARGET, href: "/flour#rye", text, element: "a", rel: null, selector: "a" });

describe("linkFindings", () => {
  it("reports a fault once per use", () => {
    const [first, second, ...more] = linkFindings(verdict(), [use("Our flour"), use("Rye")], PAGE);
    expect(first).toEqual({
      check: "links",
      rule: "links/not-found",
      severity: "error",
      confidence: 0.95,
      message: "The page does not exist (404).",
      text: TARGET,
      suggestions: [],
      excerpt: "Our flour",
      range: null,
      subject: "https://mill.example/flour",
    });
    expect(second).toEqual({ ...first, excerpt: "Rye" });
    expect(more).toEqual([]);
  });

  it("reports nothing for working or unused targets", () => {
    expect(linkFindings(verdict({ state: "ok", rule: null, status: 200, reason: "" }), [use("Flour")], PAGE)).toEqual([]);
    expect(linkFindings(verdict(), [], PAGE)).toEqual([]);
  });

  it("suggests the new address of a moved page, as a hint that is not mailed", () => {
    const finalUrl = "https://mill.example/new";
    const [finding] = linkFindings(verdict({ state: "moved", rule: "links/moved", finalUrl }), [use("Flour")], PAGE);
    expect(finding).toMatchObject({ severity: "hint", suggestions: [finalUrl], confidence: 0.3 });
  });

  it.each(["links/fragment", "links/moved", "links/insecure", "links/unknown", "links/certificate-chain"] as const)(
    "never mails %s",
    (rule) => {
      expect(LINK_RULES[rule].confidence).toBeLessThan(MAIL_CONFIDENCE);
    },
  );

  it.each([
    "links/not-found",
    "links/domain-not-found",
    "links/certificate",
    "links/redirect-loop",
    "links/server-error",
    "links/unreachable",
    "links/mail-address",
    "links/phone-number",
    "links/mixed-content",
  ] as const)("mails %s", (rule) => {
    expect(LINK_RULES[rule].confidence).toBeGreaterThanOrEqual(MAIL_CONFIDENCE);
  });

  it("gives an unknown target the same fingerprint as a broken one", () => {
    const [broken] = linkFindings(verdict(), [use("Flour")], PAGE);
    const [unknown] = linkFindings(verdict({ state: "unknown", rule: "links/unknown", status: 403 }), [use("Flour")], PAGE);
    if (!broken || !unknown) throw new Error("Both give a Finding.");
    expect(fingerprint(unknown, "")).toBe(fingerprint(broken, ""));
    expect(unknown.confidence).toBeLessThan(MAIL_CONFIDENCE);
  });

  it("gives two spellings of a target one subject, and keeps `text` as written", () => {
    const subjects = ["https://Mill.example:443/%7eann/?q=%c3%a9", "https://mill.example/~ann/?q=%C3%A9"].map((url) => {
      const [finding] = linkFindings(verdict({ url }), [use("Ann")], PAGE);
      expect(finding?.text).toBe(url);
      return finding?.subject;
    });
    expect(new Set(subjects)).toEqual(new Set(["https://mill.example/~ann/?q=%C3%A9"]));
  });

  describe("of links with http", () => {
    const insecure = (fields: Partial<LinkVerdict> = {}) =>
      verdict({
        url: "http://mill.example/a",
        state: "insecure",
        rule: "links/insecure",
        finalUrl: "https://mill.example/a",
        ...fields,
      });
    const as = (element: string, rel: string | null = null): PageLink => ({ ...use("Flour"), element, rel });

    it.each([
      ["script", null],
      ["img", null],
      ["style", null],
      ["link", "stylesheet"],
      ["form", null],
    ])("reports an insecure part of a secure page: %s %s", (element, rel) => {
      for (const found of [
        insecure(),
        insecure({ rule: "links/plain-http" }),
        insecure({ state: "moved", rule: "links/moved" }),
      ])
        expect(linkFindings(found, [as(element, rel)], PAGE)).toMatchObject([
          { rule: "links/mixed-content", severity: "error", confidence: 0.85, suggestions: ["https://mill.example/a"] },
        ]);
    });

    it("reports an insecure form with any verdict on its target", () => {
      const form = { ...as("form-post"), url: "http://mill.example/order" };
      for (const found of [null, verdict({ url: form.url }), verdict({ url: form.url, state: "ok", rule: null })])
        expect(linkFindings(found, [form], PAGE)).toMatchObject([
          { rule: "links/mixed-content", severity: "error", text: form.url, suggestions: [] },
        ]);
      expect(linkFindings(null, [form], "http://bakery.example/")).toEqual([]);
      expect(linkFindings(null, [{ ...form, url: "http://localhost:3000/order" }], PAGE)).toEqual([]);
      expect(linkFindings(null, [as("form"), as("img")], PAGE)).toEqual([]);
    });

    it("hints at a link that could use https", () => {
      for (const element of [as("a"), as("link", "canonical"), as("meta")])
        expect(linkFindings(insecure(), [element], PAGE)).toMatchObject([{ rule: "links/insecure", severity: "hint" }]);
    });

    it("reports nothing if there is no https address, or if the page itself is not secure", () => {
      expect(linkFindings(insecure({ rule: "links/plain-http", finalUrl: null }), [as("a")], PAGE)).toEqual([]);
      expect(linkFindings(insecure(), [as("a"), as("img")], "http://bakery.example/")).toEqual([]);
      const own = insecure({ url: "http://127.0.0.1:3000/a", rule: "links/plain-http", finalUrl: null });
      expect(linkFindings(own, [as("img")], PAGE)).toEqual([]);
    });

    it("reports a broken target as broken", () => {
      expect(linkFindings(verdict({ url: "http://mill.example/a" }), [as("img")], PAGE)).toMatchObject([
        { rule: "links/not-found" },
      ]);
    });
  });

  it("treats an unknown rule as undecided", () => {
    expect(linkFindings(verdict({ rule: "links/from-the-future" }), [use("Flour")], PAGE)).toMatchObject([
      { rule: "links/from-the-future", severity: "hint", confidence: 0.1 },
    ]);
    expect(linkFindings(verdict({ rule: "toString" }), [use("Flour")], PAGE)).toMatchObject([{ confidence: 0.1 }]);
  });
});

describe("needsNextCrawl", () => {
  it.each(["links/server-error", "links/unreachable"])("waits for the next Crawl with %s", (rule) => {
    expect(needsNextCrawl(rule)).toBe(true);
  });

  it.each([
    "links/not-found",
    "links/domain-not-found",
    "links/certificate",
    "links/fragment",
    "spelling/unknown-word",
    "constructor",
  ])("believes %s at once", (rule) => {
    expect(needsNextCrawl(rule)).toBe(false);
  });
});
