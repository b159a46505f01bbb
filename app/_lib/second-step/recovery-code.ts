import { createHash, randomBytes } from "node:crypto";

/** Crockford's base32: no letter looks like another character. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const [LENGTH, GROUP] = [24, 6];
const COUNT = 10;

/** Creates recovery codes of 120 bits each: `7KQ2M9-…` in four groups. They are shown once. */
export function makeRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () => {
    const symbols = Array.from(randomBytes(LENGTH), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join("");
    return Array.from({ length: LENGTH / GROUP }, (_, group) => symbols.slice(group * GROUP, (group + 1) * GROUP)).join("-");
  });
}

/**
 * Returns the hash under which a recovery code is stored, for any way of typing it; null if it cannot be one. Plain SHA-256 is
 * enough for random secrets of more than 112 bits (OWASP ASVS 5.0, 6.5.2).
 */
export function hashRecoveryCode(typed: string): string | null {
  const symbols = typed.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  if (symbols.length !== LENGTH || [...symbols].some((symbol) => !ALPHABET.includes(symbol))) return null;
  return createHash("sha256").update(symbols).digest("base64url");
}
