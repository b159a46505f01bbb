import type { PageFailure, PageFailureCode } from "#worker/core/page/page-failure.ts";

const REASONS: readonly (readonly [RegExp, PageFailureCode, string])[] = [
  [/ERR_NAME_NOT_RESOLVED/, "dns", "We could not find the domain of this site."],
  [/ERR_CONNECTION_REFUSED/, "refused", "The server refused the connection."],
  [/ERR_(?:CERT|SSL|BAD_SSL)/, "tls", "The page's certificate or encryption is not valid."],
  [/ERR_TOO_MANY_REDIRECTS/, "redirect-loop", "The page redirects in a circle and never loads."],
  [/ERR_(?:CONNECTION_)?TIMED_OUT|Timeout \d+ms exceeded/, "browser-timeout", "The page did not finish loading in time."],
  [/Download is starting|ERR_ABORTED|ERR_INVALID_RESPONSE/, "not-html", "This address is a file, not a web page."],
  [/ERR_HTTP_RESPONSE_CODE_FAILURE/, "http-error", "The server answered with an error and no page."],
  // The page before, in the same tab, went elsewhere at this moment: the tab is closed and the page opened in another.
  [/is interrupted by another navigation/, "connection", "The browser left the page while it opened."],
  [/ERR_[A-Z_]+/, "connection", "The connection to the server failed."],
  [/crashed|has been closed|Target closed|Session closed|Protocol error/i, "browser-crash", "The page crashed the browser."],
];

/** Describes the fault of the page behind a browser's error; null if the error is a bug of ours. */
export function failureOf(error: unknown): PageFailure | null {
  const text = error instanceof Error ? error.message : String(error);
  const found = REASONS.find(([pattern]) => pattern.test(text));
  return found ? { code: found[1], message: found[2] } : null;
}
