import { describe, expect, it } from "vitest";
import { makeRandom } from "#test/support/make-random.ts";
import { coverSeen } from "#worker/core/issues/cover-seen.ts";
import type { IgnoreRule } from "#worker/core/issues/ignore-rules.ts";
import type { Occurrence, SeenIssue } from "#worker/core/issues/issue.ts";
import { makeKnown, makeSeen } from "./issue-samples.ts";

const on = (url: string, selector = "p"): Occurrence => ({ url, selector, blockHash: "b", excerpt: "e", range: null });
const rule = (id: string, fields: Partial<IgnoreRule>): IgnoreRule => ({
  ...{ id, scope: "rule", issueId: null, url: null, rule: null, target: null },
  ...fields,
});
const onPage = (id: string, issueId: string, url: string) => rule(id, { scope: "page", issueId, url });
const cover = (seen: SeenIssue[], rules: IgnoreRule[], undecided: string[] = []) =>
  coverSeen({
    seen,
    known: seen.map(({ fingerprint }) => makeKnown(fingerprint, "open")),
    undecided: new Set(undecided),
    rules,
  });
const link = (text: string) => makeSeen("l", { check: "links", rule: "links/not-found", text, occurrences: [on("/a")] });

describe("coverSeen", () => {
  it("takes an ignored page from an issue and leaves the others", () => {
    const seen = makeSeen("a", { occurrences: [on("/a"), on("/b"), on("/a", "h1")] });
    const { seen: after, hidden } = cover([seen], [onPage("r", "id of a", "/a")]);
    expect(after).toEqual([{ ...seen, occurrences: [on("/b")] }]);
    expect(hidden).toEqual(new Map([["r", [on("/a"), on("/a", "h1")]]]));
  });

  it("ignores an issue that is ignored on each of its pages, and keeps its places", () => {
    const seen = makeSeen("a", { occurrences: [on("/a"), on("/b")] });
    const { seen: after } = cover([seen], [onPage("r", "id of a", "/a"), onPage("s", "id of a", "/b")]);
    expect(after).toEqual([{ ...seen, ignoredBy: "r" }]);
  });

  it("ignores nothing of another issue on the same page", () => {
    const seen = [makeSeen("a", { occurrences: [on("/a")] }), makeSeen("b", { occurrences: [on("/a")] })];
    expect(cover(seen, [onPage("r", "id of a", "/a")]).seen[1]).toBe(seen[1]);
  });

  it.each([
    ["links/not-found", true],
    ["links/gone", false],
  ])("switches off the rule of an issue only: %s", (id, isIgnored) => {
    const [after] = cover([link("https://mill.example/old")], [rule("r", { rule: id })]).seen;
    expect(after?.ignoredBy).toBe(isIgnored ? "r" : undefined);
  });

  it.each([
    ["https://mill.example/old", true],
    ["http://www.mill.example/old", true],
    ["https://mill.example/old#part", true],
    ["https://mill.example/old?x=1", false],
    ["https://mill.example/older", false],
    ["https://mill.example/", false],
  ])("compares a link target as an address: %s", (text, isIgnored) => {
    const [after] = cover([link(text)], [rule("r", { scope: "target", target: "https://mill.example/old" })]).seen;
    expect(after?.ignoredBy).toBe(isIgnored ? "r" : undefined);
  });

  it.each(["https://mill.example/*", "mailto:a@b", "not an address", "https://mill.example/%zz"])(
    "takes a hostile target for no pattern: %s",
    (target) => {
      const rules = [rule("r", { scope: "target", target })];
      expect(cover([link("https://mill.example/old")], rules).seen[0]?.ignoredBy).toBeUndefined();
      expect(cover([link(target)], rules).seen[0]?.ignoredBy).toBe("r");
    },
  );

  it.each([
    ["https://www.mill.example/a", true],
    ["http://mill.example/b?c", true],
    ["https://shop.mill.example/", false],
    ["https://mill.example.evil/", false],
    ["https://mill.example:8080/", false],
    ["mailto:info@mill.example", false],
  ])("ignores links to a host: %s", (text, isIgnored) => {
    const [after] = cover([link(text)], [rule("r", { scope: "host", target: "mill.example" })]).seen;
    expect(after?.ignoredBy).toBe(isIgnored ? "r" : undefined);
  });

  it("does not compare texts with link targets", () => {
    const seen = makeSeen("a", { text: "https://mill.example/", occurrences: [on("/a")] });
    expect(cover([seen], [rule("r", { scope: "host", target: "mill.example" })]).seen).toEqual([seen]);
  });

  it("forgets the hidden places of an issue that is gone, and keeps those of an undecided one", () => {
    const known = [makeKnown("gone", "open"), makeKnown("doubtful", "open")];
    const rules = [onPage("r", "id of gone", "/a"), onPage("s", "id of doubtful", "/a"), onPage("t", "of no issue", "/a")];
    const { hidden } = coverSeen({ seen: [], known, undecided: new Set(["doubtful"]), rules });
    expect(hidden).toEqual(new Map([["r", []]]));
  });

  it("neither loses nor invents a place, whatever is ignored", () => {
    const random = makeRandom(3);
    const some = <One>(all: readonly One[]) => all.filter(() => random() < 0.5);
    const URLS = ["/a", "/b", "/c"];
    for (let round = 0; round < 500; round += 1) {
      const seen = ["a", "b", "c"].map((fingerprint) =>
        makeSeen(fingerprint, {
          rule: random() < 0.5 ? "spelling/x" : "spelling/y",
          occurrences: [on("/a"), ...some(URLS).flatMap((url) => [on(url, "h1"), on(url, "h2")])],
        }),
      );
      const pages = some(["a", "b", "c"].flatMap((one) => URLS.map((url) => [one, url] as const)));
      const rules = [
        ...some([rule("x", { rule: "spelling/x" })]),
        ...pages.map(([one, url]) => onPage(`${one}${url}`, `id of ${one}`, url)),
      ];
      const { seen: after, hidden } = cover(seen, rules);
      for (const [index, issue] of seen.entries()) {
        const now = after[index];
        const isOff = issue.rule === "spelling/x" && rules.some(({ id }) => id === "x");
        const ignoredUrls = pages.flatMap(([one, url]) => (one === issue.fingerprint ? [url] : []));
        const left = issue.occurrences.filter(({ url }) => !ignoredUrls.includes(url));
        expect(now?.ignoredBy !== undefined).toBe(isOff || left.length === 0);
        expect(now?.occurrences).toEqual(now?.ignoredBy === undefined ? left : issue.occurrences);
        const hiddenHere = ignoredUrls.flatMap((url) => hidden.get(`${issue.fingerprint}${url}`) ?? []);
        expect(hiddenHere.length + left.length).toBe(issue.occurrences.length);
      }
    }
  });
});
