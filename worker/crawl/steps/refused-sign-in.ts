import type { PageFailure } from "#worker/core/page/page-failure.ts";
import { isSignInPage } from "#worker/core/sign-in/signed-in-addresses.ts";
import type { Reading } from "./read-page.ts";

export const REFUSED_SIGN_IN: PageFailure = {
  code: "sign-in",
  message: "This page asks us to sign in, and the sign-in that you gave us did not open it.",
};

/**
 * Returns the reading, or a failure if it shows that the site's sign-in no longer works: 401, 403 on a page that could be read before
 * (`wasRead`), or a redirect to a sign-in page. The page then counts as failed, not as gone or a duplicate.
 */
export function noteRefusedSignIn(reading: Reading, url: string, wasRead: boolean): Reading {
  const isRefused =
    reading.kind === "elsewhere"
      ? isSignInPage(reading.target) && !isSignInPage(url)
      : reading.kind === "nothing" && (reading.status === 401 || (reading.status === 403 && wasRead));
  return isRefused ? { kind: "nothing", status: reading.status === 401 ? 401 : 403, failure: REFUSED_SIGN_IN } : reading;
}
