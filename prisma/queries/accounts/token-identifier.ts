import { hashToken } from "../../secret-token.ts";

/** Returns how a mailed link's secret is stored: under the link's purpose, and as a hash, so that reading the table opens no account. */
export function tokenIdentifier(purpose: "sign-up" | "reset-password", token: string): string {
  return `${purpose}:${hashToken(token)}`;
}
