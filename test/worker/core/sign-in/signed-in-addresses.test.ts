import { describe, expect, it } from "vitest";
import { isSignInPage, mayChangeSite } from "#worker/core/sign-in/signed-in-addresses.ts";

const SITE = "https://a.example";

describe("isSignInPage", () => {
  it.each([
    "/login",
    "/log-in/",
    "/users/sign_in",
    "/wp-login.php?redirect_to=%2F",
    "/en/signin",
    "/account/login?next=/a",
    "/anmelden",
    "/sso/start",
  ])("accepts %s", (path) => expect(isSignInPage(SITE + path)).toBe(true));
  it.each(["/", "/blog/login-problems-solved", "/authors/jane", "/blogging", "/design-in-2026", "/catalogin", "/?next=/login"])(
    "does not accept %s",
    (path) => expect(isSignInPage(SITE + path)).toBe(false),
  );
});

describe("mayChangeSite", () => {
  it.each([
    "/logout",
    "/users/sign_out",
    "/wp-login.php?action=logout",
    "/posts/7/delete",
    "/cart?remove=3",
    "/list?action=delete&id=2",
    "/unsubscribe",
  ])("is true for %s", (path) => expect(mayChangeSite(SITE + path)).toBe(true));
  it.each(["/", "/blog/how-to-remove-stains", "/cancelled-events", "/help/deleted-files", "/removers", "/products?id=2"])(
    "is false for %s",
    (path) => expect(mayChangeSite(SITE + path)).toBe(false),
  );
});
