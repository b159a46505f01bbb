import { describe, expect, it } from "vitest";
import { hashRecoveryCode, makeRecoveryCodes } from "#app/_lib/second-step/recovery-code.ts";

describe("recovery codes", () => {
  it("are ten different codes of 120 bits", () => {
    const codes = Array.from({ length: 20 }, makeRecoveryCodes);
    for (const set of codes) expect(set).toHaveLength(10);
    expect(new Set(codes.flat()).size).toBe(200);
    for (const code of codes.flat()) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{6}-){3}[0-9A-HJKMNP-TV-Z]{6}$/);
  });

  it("are recognised in any way of typing", () => {
    const code = "0123AB-CDEFGH-JKMNPQ-RSTVWX";
    const typed = [
      "0123abcdefghjkmnpqrstvwx",
      " o1 23ab-CDEFGH jkmnpq\tRSTVWX ",
      "OI23AB-CDEFGH-JKMNPQ-RSTVWX",
      "Ol23AB-CDEFGH-JKMNPQ-RSTVWX",
    ];
    for (const one of typed) expect(hashRecoveryCode(one), one).toBe(hashRecoveryCode(code));
  });

  it.each(["", "0123AB", "0123AB-CDEFGH-JKMNPQ-RSTVWXY", "U123AB-CDEFGH-JKMNPQ-RSTVWX", "é".repeat(24), "-".repeat(100_000)])(
    "cannot be %.40s",
    (typed) => {
      expect(hashRecoveryCode(typed)).toBeNull();
    },
  );
});
