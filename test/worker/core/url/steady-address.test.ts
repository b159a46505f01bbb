import { describe, expect, it } from "vitest";
import { addressShape, steadyAddress } from "#worker/core/url/steady-address.ts";

const MD5 = "9e107d9d372bb6826bd81d3542a419d6";

describe("steadyAddress", () => {
  it.each([
    ["a cache buster", "/photo.jpg?v=1764300000", "/photo.jpg?v=1764386400"],
    ["a version", "/style.css?ver=6.4.1&media=all", "/style.css?ver=6.4.2&media=all"],
    [
      "a token after the file's name",
      `/download?file=menu&token=${MD5}`,
      "/download?file=menu&token=0cc175b9c0f1b6a831c399e269772661",
    ],
    ["a nonce", "/vote?_wpnonce=deadbeefab", "/vote?_wpnonce=0123456789"],
    [
      "a signature with its date and lifetime",
      "/plan.png?X-Amz-Date=20261101T000000Z&X-Amz-Expires=3600&X-Amz-Signature=ab12",
      "/plan.png?X-Amz-Date=20261102T000000Z&X-Amz-Expires=900&X-Amz-Signature=cd34",
    ],
    ["the spelling of escapes", "/%7eann/?q=%c3%a9", "/~ann/?q=%C3%A9"],
  ])("ignores %s", (_part, one, other) => {
    expect(steadyAddress(`https://mill.example${one}`)).toBe(steadyAddress(`https://mill.example${other}`));
  });

  it.each([
    ["the video of a player", "/watch?v=dQw4w9WgXcQ", "/watch?v=a1b2C3d4E5f"],
    ["another file with the same token", `/download?file=menu&token=${MD5}`, `/download?file=wine&token=${MD5}`],
    ["an article", "/?p=123", "/?p=124"],
    ["a word as a token", "/join?token=bakers", "/join?token=millers"],
    ["the anchor", "/page#one", "/page#two"],
    ["the path", "/2026/11/29", "/2026/11/30"],
  ])("tells apart %s", (_part, one, other) => {
    expect(steadyAddress(`https://mill.example${one}`)).not.toBe(steadyAddress(`https://mill.example${other}`));
  });

  it("returns what is no address unchanged", () => {
    expect(steadyAddress("http://[")).toBe("http://[");
    expect(steadyAddress("https://mill.example/")).toBe("https://mill.example/");
  });
});

describe("addressShape", () => {
  const same = (one: string, other: string, loose = false) =>
    addressShape(`https://mill.example${one}`, { loose }) === addressShape(`https://mill.example${other}`, { loose });

  it.each([
    ["a hash in the file's name", "/assets/app.3f2a1b9c.js", "/assets/app.9c8d7e6f.js"],
    ["the key of a build", "/assets/index-BX3k9_aQ.js", "/assets/index-DiwrgTda.js"],
    ["the number of a build", "/app-1234567.min.css", "/app-2469134.min.css"],
    ["a folder named by a key", `/s/${MD5}/plan.png`, "/s/0cc175b9c0f1b6a831c399e269772661/plan.png"],
    ["an unknown parameter with a key", "/vote?k=8f2a9bc0", "/vote?k=deadbeef"],
    ["a date in the file's name", "/menu-2026-11-29.pdf", "/menu-2026-11-30.pdf"],
    ["a date as folders", "/2026/11/29/", "/2026/12/1/"],
    ["a date as in Europe", "/karte_29.11.2026.pdf", "/karte_30.11.2026.pdf"],
    ["a key of letters and digits", "/get?t=Zk3xQ9rT0pLm2vBn", "/get?t=Aa1Bb2Cc3Dd4Ee5F"],
  ])("is the same with another value of %s", (_part, one, other) => {
    expect(same(one, other)).toBe(true);
  });

  it("differs in words, and in short numbers unless it is loose", () => {
    expect(same("/a?x=menu", "/a?x=wine")).toBe(false);
    expect(same("/a-long-title-about-bread", "/a-long-title-about-rolls")).toBe(false);
    expect(same("/article/123", "/article/124", true)).toBe(false);
    expect(same("/?p=123", "/?p=124")).toBe(false);
    expect(same("/?p=123", "/?p=124", true)).toBe(true);
  });

  it("takes time in proportion to the address", () => {
    const cost = (length: number) => {
      const before = process.cpuUsage().user;
      addressShape(`https://mill.example/${"a1-".repeat(length)}?${"a1=".repeat(length)}`, { loose: false });
      return process.cpuUsage().user - before;
    };
    cost(1_000);
    expect(cost(160_000)).toBeLessThan(40 * Math.max(cost(20_000), 2_000));
  });
});
