/** Returns true if a request's If-None-Match has an ETag. Compares weakly (RFC 9110, 13.1.2). */
export function hasSameEtag(wanted: string | null | undefined, etag: string): boolean {
  if (wanted === null || wanted === undefined) return false;
  return wanted.trim() === "*" || wanted.split(",").some((one) => strong(one.trim()) === strong(etag));
}

function strong(etag: string): string {
  return etag.replace(/^W\//, "");
}
