import { describe, expect, it } from "vitest";
import { type CrawlEnding, isCutOff, retryAfterCutOff } from "#worker/core/schedule/cut-off-fleet.ts";

/** Writes endings, the latest first: a letter is a site, followed by `+` if its crawl finished and by `-` if it was unreachable. */
function endings(text: string): CrawlEnding[] {
  return text.split(" ").map((one) => ({ host: `${one[0]}.example`, failureCode: one[1] === "+" ? null : "dns" }));
}

describe("isCutOff", () => {
  it.each([
    ["a- b- c- d- e-", true],
    ["a- b- c- d-", false],
    ["a- b- c- d- e+", true],
    ["a- b- c- d+ e+", false],
    ["a- a- a- a- a- b- c-", false],
    ["a- b- c- d- e- f- g- h- i- j- k+ l+ m+ n+ o+ p+", true],
    ["k+ a- b- l+ c- m+ d- e- f- g-", false],
    // A site that answered before and does not now counts once, as it is now.
    ["a- b- c- d- e- a+ b+ c+ d+ e+", true],
    ["a+ b+ c+ d+ e+ a- b- c- d- e-", false],
  ])("judges %s", (text, expected) => {
    expect(isCutOff(endings(text))).toBe(expected);
  });

  it("counts no failure in which the site answered", () => {
    for (const failureCode of ["http-error", "forbidden", "same-text", "sign-in", "internal", "tls"])
      expect(isCutOff("abcde".split("").map((name) => ({ host: `${name}.example`, failureCode })))).toBe(false);
  });

  it("counts a site with and without www once", () => {
    const hosts = ["a.example", "www.a.example", "b.example", "c.example", "d.example"];
    expect(isCutOff(hosts.map((host) => ({ host, failureCode: "timeout" })))).toBe(false);
  });
});

it("spreads the next crawls over a quarter of an hour", () => {
  const now = new Date("2026-11-29T05:00:00Z");
  expect(retryAfterCutOff(0, now)).toEqual(new Date("2026-11-29T05:15:00Z"));
  expect(retryAfterCutOff(59, now)).toEqual(new Date("2026-11-29T05:29:45Z"));
});
