/** Returns a Retry-After header in milliseconds from `now` (RFC 9110, 10.2.3: seconds or a date); null if missing or malformed. */
export function retryAfterMs(header: string | string[] | undefined, now: Date): number | null {
  if (typeof header !== "string") return null;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const date = /^\s*[a-z]{3}/i.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now.getTime());
}
