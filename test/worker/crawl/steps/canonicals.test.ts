import { describe, expect, it } from "vitest";
import type { CanonicalClaim, Visited } from "#worker/crawl/crawl-context.ts";
import { leadsHere } from "#worker/crawl/steps/canonicals.ts";

const address = (path: string | number) => `https://bakery.example/${path}`;

/** Returns the state of a Crawl in which these pages name each other as canonical and these addresses redirect. */
function knowing(canonicals: [from: string | number, to: string | number][], redirects: [from: string, to: string][] = []) {
  const claim = (from: string | number, to: string | number): CanonicalClaim => ({
    task: { entry: { url: address(from), depth: 1, source: "link" }, attempt: 1, isItself: false },
    canonical: address(to),
    contentHashes: [],
    ms: 0,
    status: 200,
  });
  const redirect = (to: string): Visited => ({ outcome: "skipped", status: 301, target: address(to), failure: null });
  return {
    canonicalClaims: new Map(canonicals.map(([from, to]) => [address(from), claim(from, to)])),
    visited: new Map(redirects.map(([from, to]) => [address(from), redirect(to)])),
  };
}

describe("leadsHere", () => {
  it("follows canonicals and redirects to the end", () => {
    const known = knowing([["a", "b"]], [["b", "c"]]);
    expect(leadsHere(known, address("a"), address("c"))).toBe(true);
    expect(leadsHere(known, address("a"), address("d"))).toBe(false);
    expect(leadsHere(known, address("c"), address("a"))).toBe(false);
  });

  it("finds that two pages name each other, and that one names itself", () => {
    expect(leadsHere(knowing([["a", "b"]]), address("a"), address("b"))).toBe(true);
    expect(leadsHere(knowing([]), address("a"), address("a"))).toBe(true);
  });

  it("walks a circle once, also one of very many pages", () => {
    const length = 50_000;
    const circle = knowing(Array.from({ length }, (_, at) => [at, (at + 1) % length] as [number, number]));
    expect(leadsHere(circle, address(0), address("elsewhere"))).toBe(false);
    expect(leadsHere(circle, address(0), address(length - 1))).toBe(true);
  });
});
