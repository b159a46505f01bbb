import { createHash, timingSafeEqual } from "node:crypto";

/** Returns true if an Authorization header has the token as bearer. Takes equally long for every wrong one. */
export function isBearer(header: string | undefined, token: string): boolean {
  const [scheme = "", given = ""] = (header ?? "").trim().split(" ", 2);
  return scheme.toLowerCase() === "bearer" && timingSafeEqual(digest(given), digest(token));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
