import type { Settings } from "#worker/core/settings.ts";

/**
 * Settings of Better Auth's cookies. Under https their names begin with `__Host-`: a browser then takes them over TLS only, for this host
 * and all its paths, and no subdomain can set them. Better Auth's own prefix is the weaker `__Secure-`, so it is switched off.
 */
export function cookieSettings({ APP_URL }: Pick<Settings, "APP_URL">) {
  const secure = APP_URL.startsWith("https:");
  return {
    useSecureCookies: false,
    cookiePrefix: secure ? "__Host-flawless" : "flawless",
    defaultCookieAttributes: { secure, httpOnly: true, sameSite: "lax" as const, path: "/" },
  };
}
