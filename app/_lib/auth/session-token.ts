import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * Returns the token in the value of a session cookie: the token, a dot, and the token's HMAC-SHA256 in Base64, as Better Auth signs
 * cookies. Null if it is not signed with this secret.
 */
export function sessionTokenOf(cookie: string, secret: string): string | null {
  const dot = cookie.lastIndexOf(".");
  if (dot < 1) return null;
  const token = cookie.slice(0, dot);
  const expected = createHmac("sha256", secret).update(token).digest();
  const given = Buffer.from(cookie.slice(dot + 1), "base64");
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}
