/** Returns the headers of a conditional request. If-None-Match takes precedence, but both may be sent (RFC 9110, 13.1). */
export function conditionalHeaders(
  validators: { etag?: string | null | undefined; lastModified?: string | null | undefined } | null,
): Record<string, string> {
  return {
    ...(validators?.etag ? { "if-none-match": validators.etag } : {}),
    ...(validators?.lastModified ? { "if-modified-since": validators.lastModified } : {}),
  };
}
