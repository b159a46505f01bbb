type Wanted = {
  /** Null: a page for all visitors, whose inline scripts app/_front allows by their hashes. */
  nonce: string | null;
  /** True for the development server, which uses eval. */
  development: boolean;
  /** Other origins that forms may submit to: Stripe's pages. */
  formTargets: string[];
};

/**
 * Returns the Content-Security-Policy of our pages: only scripts and style sheets with this response's nonce (or our own
 * files), nothing from other origins, no framing. `style-src-attr` allows style attributes, which UI primitives use for positions; they run no code.
 */
export function contentSecurityPolicy({ nonce, development, formTargets }: Wanted): string {
  const own = nonce === null ? "'self'" : `'self' 'nonce-${nonce}'`;
  return [
    "default-src 'self'",
    `script-src ${own}${nonce === null ? "" : " 'strict-dynamic'"}${development ? " 'unsafe-eval'" : ""}`,
    `style-src ${development ? "'self' 'unsafe-inline'" : own}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "object-src 'none'",
    "frame-src 'self'",
    "base-uri 'none'",
    ["form-action 'self'", ...formTargets].join(" "),
    "frame-ancestors 'none'",
  ].join("; ");
}
