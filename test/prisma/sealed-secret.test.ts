import { describe, expect, it } from "vitest";
import { deriveSecretKeys, openSecret, sealSecret } from "#prisma/sealed-secret.ts";

const AUTH_SECRET = "the secret that signs the sessions";
const OLD = "an older key of 32 characters or so";
const NEW = "a newer key of 32 characters or more";
const keys = deriveSecretKeys({ AUTH_SECRET });

describe("sealSecret", () => {
  it("seals so that only its key opens, and differently each time", () => {
    const sealed = sealSecret(keys, "site", "gate:pässword");
    expect(openSecret(keys, "site", sealed)).toBe("gate:pässword");
    expect(sealSecret(keys, "site", "gate:pässword").sealed).not.toBe(sealed.sealed);
    expect(JSON.stringify(sealed)).not.toMatch(/gate|ssword/);
    expect(openSecret(deriveSecretKeys({ AUTH_SECRET: OLD }), "site", sealed)).toBeNull();
  });

  it("opens with the old key during a rotation, and seals with the new one", () => {
    const before = sealSecret(deriveSecretKeys({ SECRETS_KEY: [OLD], AUTH_SECRET }), "site", "x");
    const both = deriveSecretKeys({ SECRETS_KEY: [NEW, OLD], AUTH_SECRET });
    expect(openSecret(both, "site", before)).toBe("x");
    const after = sealSecret(both, "site", "x");
    const onlyNew = deriveSecretKeys({ SECRETS_KEY: [NEW], AUTH_SECRET });
    expect([openSecret(onlyNew, "site", after), openSecret(onlyNew, "site", before)]).toEqual(["x", null]);
  });

  it("opens what AUTH_SECRET sealed before there was a SECRETS_KEY", () => {
    const sealed = sealSecret(keys, "site", "x");
    expect(openSecret(deriveSecretKeys({ SECRETS_KEY: [NEW], AUTH_SECRET }), "site", sealed)).toBe("x");
  });

  it("opens nothing that belongs to another owner or is changed, cut off or empty", () => {
    const { keyId, sealed } = sealSecret(keys, "site", "x");
    expect(openSecret(keys, "another site", { keyId, sealed })).toBeNull();
    const bytes = Buffer.from(sealed, "base64url");
    for (const at of bytes.keys()) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(openSecret(keys, "site", { keyId, sealed: changed.toString("base64url") })).toBeNull();
    }
    for (const cut of ["", sealed.slice(0, 10), sealed.slice(0, -2)])
      expect(openSecret(keys, "site", { keyId, sealed: cut })).toBeNull();
  });
});
