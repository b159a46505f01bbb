import type { Settings } from "#worker/core/settings.ts";

/**
 * Returns the settings of Better Auth's cookies. Under https the names begin with `__Host-`: browsers send such cookies over
 * TLS only, to this host only, and subdomains cannot set them. Better Auth's own prefix `__Secure-` is weaker, so it is off.
 */
export function cookieSettings({ APP_URL }: Pick<Settings, "APP_URL">) {
  const secure = APP_URL.startsWith("https:");
  return {
    useSecureCookies: false,
    cookiePrefix: secure ? "__Host-flawless" : "flawless",
    defaultCookieAttributes: { secure, httpOnly: true, sameSite: "lax" as const, path: "/" },
  };
}
