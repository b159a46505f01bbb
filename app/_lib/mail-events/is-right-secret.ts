import { createHash, timingSafeEqual } from "node:crypto";

/**
 * Returns true if a request carries the secret: as bearer token, as password of basic authentication, or as `token` in the address, which is all
 * that some providers offer. Takes equally long for every wrong secret.
 */
export function isRightSecret(request: Request, secret: string): boolean {
  const given = [...credentials(request.headers.get("authorization")), new URL(request.url).searchParams.get("token")];
  return given.some((one) => one !== null && timingSafeEqual(digest(one), digest(secret)));
}

function credentials(header: string | null): string[] {
  const [scheme = "", value = ""] = (header ?? "").trim().split(" ", 2);
  if (scheme.toLowerCase() === "bearer") return [value];
  if (scheme.toLowerCase() !== "basic") return [];
  const pair = Buffer.from(value, "base64").toString("utf8");
  return [pair.slice(pair.indexOf(":") + 1)];
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
