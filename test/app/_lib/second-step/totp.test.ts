import { describe, expect, it } from "vitest";
import { makeTotpSecret, matchStep, totpUri } from "#app/_lib/second-step/totp.ts";

/** The secret of RFC 6238, appendix B ("12345678901234567890"), and the last six digits of its test codes. */
const SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const VECTORS: [seconds: number, code: string][] = [
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
];

describe("matchStep", () => {
  it.each(VECTORS)("accepts the code of RFC 6238 at %s seconds", (seconds, code) => {
    expect(matchStep(SECRET, code, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30));
  });

  it("returns the step of a code up to one step away, and null beyond", () => {
    const [seconds, code] = [1_111_111_111, "050471"];
    const step = Math.floor(seconds / 30);
    const at = (steps: number) => matchStep(SECRET, code, new Date((seconds + steps * 30) * 1000));
    expect([at(-2), at(-1), at(0), at(1), at(2)]).toEqual([null, step, step, step, null]);
  });
});

describe("makeTotpSecret", () => {
  it("creates 160 random bits", () => {
    const secrets = new Set(Array.from({ length: 50 }, makeTotpSecret));
    expect(secrets.size).toBe(50);
    for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  });
});

describe("totpUri", () => {
  it("contains the product and the account, with any characters in the address", () => {
    const uri = new URL(totpUri(SECRET, "ann+a&b=c?d#e@harbour.example"));
    expect(uri.protocol).toBe("otpauth:");
    expect(decodeURIComponent(uri.pathname)).toContain("Flawless:ann+a&b=c?d#e@harbour.example");
    expect(uri.searchParams.get("secret")).toBe(SECRET);
    expect(uri.searchParams.get("issuer")).toBe("Flawless");
  });
});
