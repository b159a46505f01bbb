import "server-only";
import { cookies } from "next/headers";
import { emailSchema } from "./email-schema.ts";
import { getSettings } from "./settings.ts";

const NAME = "flawless.pending_email";

/** Remembers for an hour which address waits for its verification, in a cookie so that no address stands in a URL or a log. */
export async function rememberPendingEmail(email: string): Promise<void> {
  const secure = getSettings().APP_URL.startsWith("https:");
  (await cookies()).set(NAME, email, { httpOnly: true, sameSite: "lax", secure, maxAge: 3600, path: "/" });
}

/** The address that waits for its verification, if this browser has just signed up. */
export async function findPendingEmail(): Promise<string | null> {
  return emailSchema.safeParse((await cookies()).get(NAME)?.value).data ?? null;
}
