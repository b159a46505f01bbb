import "server-only";
import { cookies } from "next/headers";
import { emailSchema } from "../forms/email-schema.ts";
import { getSettings } from "../settings.ts";

const secure = () => getSettings().APP_URL.startsWith("https:");
const nameOf = () => `${secure() ? "__Host-" : ""}flawless.pending_email`;

/** Remembers for an hour the address that waits for verification, in a cookie, so that no address is in a URL or a log. */
export async function rememberPendingEmail(email: string): Promise<void> {
  const attributes = { httpOnly: true, sameSite: "lax" as const, secure: secure(), maxAge: 3600, path: "/" };
  (await cookies()).set(nameOf(), email, attributes);
}

/** Returns the address that waits for verification, if this browser has just signed up. */
export async function findPendingEmail(): Promise<string | null> {
  return emailSchema.safeParse((await cookies()).get(nameOf())?.value).data ?? null;
}
