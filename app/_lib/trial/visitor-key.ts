import "server-only";
import { createHmac, randomUUID } from "node:crypto";
import { cookies, headers } from "next/headers";
import { visitorSource } from "../auth/visitor-source.ts";
import { getSettings } from "../settings.ts";

const HOUR_S = 3_600;

/**
 * Returns a key that is the same for each try of one visitor: a keyed hash of their network address, so that it cannot be turned back into
 * one. Where the address is not known, a random number in a cookie takes its place. Call it in server actions only, which may set one.
 */
export async function visitorKey(): Promise<string> {
  const settings = getSettings();
  const source = visitorSource(new Headers(await headers()), settings) ?? (await visitorCookie(settings.APP_URL));
  return createHmac("sha256", settings.AUTH_SECRET).update(`trial visitor ${source}`).digest("base64url");
}

async function visitorCookie(appUrl: string): Promise<string> {
  const secure = appUrl.startsWith("https:");
  const name = `${secure ? "__Host-" : ""}flawless.visitor`;
  const jar = await cookies();
  const known = jar.get(name)?.value;
  const value = known && known.length <= 100 ? known : randomUUID();
  jar.set(name, value, { httpOnly: true, sameSite: "lax", secure, maxAge: HOUR_S, path: "/" });
  return value;
}
