type Wanted = {
  nonce: string;
  /** True for the development server, which uses eval. */
  development: boolean;
  /** Other origins that forms may submit to: Stripe's pages. */
  formTargets: string[];
};

/**
 * Returns the Content-Security-Policy of our pages: only scripts and style sheets with this response's nonce, nothing from
 * other origins, no framing. `style-src-attr` allows style attributes, which UI primitives use for positions; they run no code.
 */
export function contentSecurityPolicy({ nonce, development, formTargets }: Wanted): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
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
