import { APIError } from "better-auth/api";
import { explainWeakPassword } from "./explain-weak-password.ts";

/** Throws an APIError WEAK_PASSWORD with a message for the user if a password is weak. */
export function requireStrongPassword(password: string, email: string): void {
  const message = explainWeakPassword(password, email);
  if (message !== null) throw new APIError("BAD_REQUEST", { code: "WEAK_PASSWORD", message });
}
