type Wanted = {
  nonce: string;
  /** The development server runs code from strings. */
  development: boolean;
  /** Origins beside our own to which a form may lead: Stripe's pages. */
  formTargets: string[];
};

/**
 * The Content-Security-Policy of our own pages: only scripts and style sheets that carry this answer's nonce, nothing from other origins,
 * and no page of ours inside another's. `style-src-attr` allows style attributes, which the accessible primitives set for positions; a
 * style attribute runs no code.
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
