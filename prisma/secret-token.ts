import { createHash, randomBytes } from "node:crypto";

const TOKEN_BYTES = 32;

/** Creates a 256-bit secret for a browser or a mailed link. */
export function makeToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

/** Returns the hash under which a token is stored, so that a reader of the database cannot use it. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
