import { describe, expect, it } from "vitest";
import { makeRandom } from "#test/support/make-random.ts";
import { differOnlyInKeys, keyShape } from "#worker/core/url/differ-only-in-keys.ts";

const SITE = "https://mill.example";

describe("differOnlyInKeys", () => {
  it.each([
    ["keys at two levels", "/a-8f3k/b-92ls", "/a-x29p/b-7hh2"],
    ["a key of letters alone", "/go/wqhzkp", "/go/mbtrxa"],
    ["a short key", "/go/8f3k", "/go/2a9z"],
    ["a key that begins with a digit", "/go/1shnkt", "/go/3bgmpa"],
    ["a key behind a word", "/v-8f3k/gone-92ls.html", "/v-k1k2/gone-ab3c.html"],
    ["a key of capitals and digits", "/s/A1B2C3/plan", "/s/Q9W8E7/plan"],
    ["a key, and another one in the query", "/s/a1b2c3?k=0a1b2c3d", "/s/q9w8e7?k=f0e1d2c3"],
    ["two keys of which one has no digits", "/a-wkkk/b-92ls", "/a-81xz/b-7hh2"],
  ])("is true for %s", (_what, one, other) => {
    expect(differOnlyInKeys(SITE + one, SITE + other)).toBe(true);
    expect(differOnlyInKeys(SITE + other, SITE + one)).toBe(true);
    expect(keyShape(SITE + one)).toBe(keyShape(SITE + other));
  });

  it.each([
    ["words", "/bread", "/cakes"],
    ["words with years", "/menu2025", "/wine2026"],
    ["parts of a series", "/part1", "/part2"],
    ["rooms", "/room-12b", "/room-13b"],
    ["numbers", "/article/1204", "/article/1377"],
    ["a date", "/2026/11", "/2026/12"],
    ["ordinals", "/42nd", "/55th"],
    ["units", "/10km", "/15mi"],
    ["systems", "/get/win10", "/get/macos"],
    ["keys of other lengths", "/go/8f3k", "/go/2a9z1c"],
    ["another word behind the key", "/s-8f3k/menu", "/s-x29p/wine"],
    ["another part of a series behind the key", "/s-8f3k/part1", "/s-x29p/part2"],
    ["another folder", "/a/8f3k", "/b/2a9z"],
    ["another depth", "/8f3k", "/2a9z/x"],
    ["another host", "/8f3k", "//rye.example/2a9z"],
    ["another parameter", "/8f3k?to=menu", "/2a9z?to=wine"],
    ["another anchor", "/8f3k#menu", "/2a9z#wine"],
    ["nothing", "/8f3k", "/8f3k"],
    ["what is no address", "http://[", "http://["],
  ])("is false for %s", (_what, one, other) => {
    expect(differOnlyInKeys(URL.parse(one, SITE)?.href ?? one, URL.parse(other, SITE)?.href ?? other)).toBe(false);
  });

  it.each([
    [4, 0.85],
    [6, 0.97],
    [8, 0.99],
  ])("recognises most random keys of %i characters at two levels", (length, least) => {
    const random = makeRandom(length);
    const key = () => Array.from({ length }, () => "abcdefghijklmnopqrstuvwxyz0123456789"[Math.floor(random() * 36)]).join("");
    const address = () => `${SITE}/a-${key()}/b-${key()}`;
    const times = 2_000;
    const found = Array.from({ length: times }, () => differOnlyInKeys(address(), address())).filter(Boolean).length;
    expect(found / times).toBeGreaterThan(least);
  });

  it("takes time in proportion to the address", () => {
    const cost = (length: number) => {
      const before = process.cpuUsage().user;
      for (let round = 0; round < 20; round += 1)
        differOnlyInKeys(`${SITE}/${"a1".repeat(length)}`, `${SITE}/${"b2".repeat(length)}`);
      return process.cpuUsage().user - before;
    };
    cost(1_000);
    expect(cost(80_000)).toBeLessThan(40 * Math.max(cost(10_000), 2_000));
  });
});
