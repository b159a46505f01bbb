import { describe, expect, it } from "vitest";
import { MAIL_CONFIDENCE } from "#worker/core/checks/finding.ts";
import type { LinkVerdict } from "#worker/core/checks/link-verdict.ts";
import { linkFindings } from "#worker/core/checks/links/link-findings.ts";
import { LINK_RULES } from "#worker/core/checks/links/link-rules.ts";
import { needsNextCrawl } from "#worker/core/checks/links/needs-next-crawl.ts";
import { fingerprint } from "#worker/core/issues/fingerprint.ts";
import type { PageLink } from "#worker/core/page/page-content.ts";

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
  it("says what is wrong, once for each use", () => {
    const [first, second, ...more] = linkFindings(verdict(), [use("Our flour"), use("Rye")]);
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
      subject: TARGET,
    });
    expect(second).toEqual({ ...first, excerpt: "Rye" });
    expect(more).toEqual([]);
  });

  it("says nothing of what works or is used nowhere", () => {
    expect(linkFindings(verdict({ state: "ok", rule: null, status: 200, reason: "" }), [use("Flour")])).toEqual([]);
    expect(linkFindings(verdict(), [])).toEqual([]);
  });

  it("suggests the new address of what has moved, as a hint that is not mailed", () => {
    const finalUrl = "https://mill.example/new";
    const [finding] = linkFindings(verdict({ state: "moved", rule: "links/moved", finalUrl }), [use("Flour")]);
    expect(finding).toMatchObject({ severity: "hint", suggestions: [finalUrl], confidence: 0.3 });
  });

  it.each(["links/fragment", "links/moved", "links/unknown", "links/certificate-chain"] as const)("never mails %s", (rule) => {
    expect(LINK_RULES[rule].confidence).toBeLessThan(MAIL_CONFIDENCE);
  });

  it.each([
    "links/not-found",
    "links/domain-not-found",
    "links/certificate",
    "links/redirect-loop",
    "links/server-error",
    "links/unreachable",
  ] as const)("mails %s", (rule) => {
    expect(LINK_RULES[rule].confidence).toBeGreaterThanOrEqual(MAIL_CONFIDENCE);
  });

  it("gives an unknown target the fingerprint that it has when it is broken", () => {
    const [broken] = linkFindings(verdict(), [use("Flour")]);
    const [unknown] = linkFindings(verdict({ state: "unknown", rule: "links/unknown", status: 403 }), [use("Flour")]);
    if (!broken || !unknown) throw new Error("Both give a Finding.");
    expect(fingerprint(unknown, "")).toBe(fingerprint(broken, ""));
    expect(unknown.confidence).toBeLessThan(MAIL_CONFIDENCE);
  });

  it("recognises one target in two spellings, and keeps `text` as it stands", () => {
    const subjects = ["https://Mill.example:443/%7eann/?q=%c3%a9", "https://mill.example/~ann/?q=%C3%A9"].map((url) => {
      const [finding] = linkFindings(verdict({ url }), [use("Ann")]);
      expect(finding?.text).toBe(url);
      return finding?.subject;
    });
    expect(new Set(subjects)).toEqual(new Set(["https://mill.example/~ann/?q=%C3%A9"]));
  });

  it("treats a rule of another version with care", () => {
    expect(linkFindings(verdict({ rule: "links/from-the-future" }), [use("Flour")])).toMatchObject([
      { rule: "links/from-the-future", severity: "hint", confidence: 0.1 },
    ]);
    expect(linkFindings(verdict({ rule: "toString" }), [use("Flour")])).toMatchObject([{ confidence: 0.1 }]);
  });
});

describe("needsNextCrawl", () => {
  it.each(["links/server-error", "links/unreachable"])("waits with %s", (rule) => {
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
