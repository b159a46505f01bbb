import { hashPassword as hashAsBetterAuth } from "better-auth/crypto";
import { describe, expect, it } from "vitest";
import { hashPassword, isCurrentHash, verifyPassword } from "#app/_lib/password/password-hashing.ts";

describe("password hashing", () => {
  it("accepts the right password only, and hashes the same password differently each time", async () => {
    const [one, other] = [await hashPassword("correct horse battery"), await hashPassword("correct horse battery")];
    expect(one).not.toBe(other);
    expect(await verifyPassword({ hash: one, password: "correct horse battery" })).toBe(true);
    expect(await verifyPassword({ hash: one, password: "correct horse batterz" })).toBe(false);
  });

  it("accepts a password in either Unicode form of its accents", async () => {
    const hash = await hashPassword("caf\u00e9 on the corner");
    expect(await verifyPassword({ hash, password: "cafe\u0301 on the corner" })).toBe(true);
  });

  it("verifies Better Auth's hashes too, and recognises them as outdated", async () => {
    const hash = await hashAsBetterAuth("correct horse battery");
    expect(isCurrentHash(hash)).toBe(false);
    expect(isCurrentHash(await hashPassword("correct horse battery"))).toBe(true);
    expect(await verifyPassword({ hash, password: "correct horse battery" })).toBe(true);
    expect(await verifyPassword({ hash, password: "another long password" })).toBe(false);
  });

  it("does not accept a broken hash", async () => {
    const prefix = "$argon2id$v=19$m=19456,t=2,p=1$";
    for (const hash of [prefix, `${prefix}$`, `${prefix}AAAAAAAAAAAAAAAAAAAAAA$`]) {
      const outcome = await verifyPassword({ hash, password: "" }).catch(() => false);
      expect(outcome).toBe(false);
    }
  });

  it("refuses more work than may wait, and continues afterwards", async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 110 }, () => hashPassword("correct horse battery")));
    const refused = outcomes.filter(({ status }) => status === "rejected");
    expect(refused).toHaveLength(8);
    expect(await hashPassword("correct horse battery")).toMatch(/^\$argon2id/);
  }, 60_000);
});
