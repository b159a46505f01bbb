import { createHash, randomBytes } from "node:crypto";

/** What a mailed link lets its reader do. */
export type TokenPurpose = "sign-up" | "reset-password";

/** Returns a new secret for a mailed link: 256 bits. */
export function makeToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Returns how a link's secret is stored: under its purpose, and as a hash, so that reading the table opens no account. */
export function tokenIdentifier(purpose: TokenPurpose, token: string): string {
  return `${purpose}:${createHash("sha256").update(token).digest("base64url")}`;
}
