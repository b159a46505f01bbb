import { hashToken } from "../../secret-token.ts";

/**
 * Returns the key under which a mailed link's token is stored: its purpose and the token's hash, so that reading the table
 * opens no account.
 */
export function tokenIdentifier(purpose: "sign-up" | "reset-password", token: string): string {
  return `${purpose}:${hashToken(token)}`;
}
