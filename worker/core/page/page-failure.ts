/** Reason why a page failed or was skipped: one of a closed set of codes, and one sentence in the owner's words. */
export type PageFailure = { code: PageFailureCode; message: string };

export const PAGE_FAILURE_CODES = [
  "dns",
  "refused",
  "connection",
  "tls",
  "timeout",
  "private-address",
  "too-large",
  "truncated",
  "bad-encoding",
  "redirect-loop",
  "http-error",
  "not-found",
  "forbidden",
  "sign-in",
  "rate-limited",
  "not-html",
  "no-text",
  "robots",
  "out-of-scope",
  "duplicate",
  "sitemap",
  "browser-crash",
  "browser-timeout",
  "internal",
] as const;
export type PageFailureCode = (typeof PAGE_FAILURE_CODES)[number];
