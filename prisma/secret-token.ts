import { createHash, randomBytes } from "node:crypto";

const TOKEN_BYTES = 32;

/** Makes a secret for a browser or a mailed link to hold: 256 bits. */
export function makeToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

/** Returns the hash under which a token is kept: who reads the database cannot use it. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
