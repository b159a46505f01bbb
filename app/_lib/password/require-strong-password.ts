import { APIError } from "better-auth/api";
import { weakPassword } from "./weak-password.ts";

/** @throws APIError WEAK_PASSWORD with a sentence for whoever chose it. */
export function requireStrongPassword(password: string, email: string): void {
  const message = weakPassword(password, email);
  if (message !== null) throw new APIError("BAD_REQUEST", { code: "WEAK_PASSWORD", message });
}
