/** Returns the headers that ask only for what changed. RFC 9110, 13.1: If-None-Match counts before If-Modified-Since; both may be sent. */
export function conditionalHeaders(
  validators: { etag?: string | null | undefined; lastModified?: string | null | undefined } | null,
): Record<string, string> {
  return {
    ...(validators?.etag ? { "if-none-match": validators.etag } : {}),
    ...(validators?.lastModified ? { "if-modified-since": validators.lastModified } : {}),
  };
}
