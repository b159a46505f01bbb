import { describe, expect, it } from "vitest";
import { describeSource } from "#app/_lib/security-log/describe-source.ts";

const WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0";
const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1";

describe("describeSource", () => {
  it.each([
    ["203.0.113.77", "203.0.113.x"],
    ["::ffff:203.0.113.77", "203.0.113.x"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"],
    [" 198.51.100.1 , 10.0.0.1", "198.51.100.x"],
    ["not an address", null],
    ["", null],
    [null, null],
  ])("shortens the address %s to the network %s", (address, network) => {
    expect(describeSource({ address, userAgent: null })).toEqual({ network, device: null });
  });

  it.each([
    [WINDOWS, "Firefox on Windows"],
    [IPHONE, "Safari on iOS"],
    ["curl/8.11.0", "An unknown program"],
    ["", null],
    [undefined, null],
  ])("describes the user agent %s as %s", (userAgent, device) => {
    expect(describeSource({ address: null, userAgent }).device).toBe(device);
  });

  it("quotes no text from the header", () => {
    for (const made of [
      "Your account is blocked, call 555/1",
      "Mozilla/5.0 (call 555) evil.example/1",
      "<b>Evil</b>/2 (Windows NT 10.0)",
    ]) {
      expect(describeSource({ address: null, userAgent: made }).device).not.toMatch(/call|evil|blocked|</i);
    }
  });

  it("takes little time for the longest and oddest user agents", () => {
    const before = process.cpuUsage();
    for (const part of ["Mozilla/5.0 (", "a/", " ", "Version/", "((((", "Opera mini/"])
      for (let turn = 0; turn < 20; turn += 1) describeSource({ address: null, userAgent: part.repeat(20_000) });
    const { user } = process.cpuUsage(before);
    expect(user).toBeLessThan(5_000_000);
  });
});
