/** The kinds of use for which browsers send different Accept headers. */
export type Accepting = "document" | "image" | "style" | "other";

/** Chromium's Accept headers. Servers that choose by them answer us as they answer visitors. */
const ACCEPT: Record<Accepting, string> = {
  document: "text/html,application/xhtml+xml,application/xml;q=0.9,image/jxl,image/avif,image/webp,image/apng,*/*;q=0.8",
  image: "image/jxl,image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8",
  style: "text/css,*/*;q=0.1",
  other: "*/*",
};

/** Chromium's Accept-Language where a user chose nothing. Some servers fail without any. */
export const DEFAULT_LANGUAGES = "en-US,en;q=0.9";

/** Returns the Accept header that a browser sends for a use. */
export function acceptFor(use: Accepting): string {
  return ACCEPT[use];
}

/** Returns the Accept-Language header of a browser in a language, such as `de-CH`. */
export function languagesOf(locale: string): string {
  const [base = locale] = locale.split("-", 1);
  return base === locale ? `${locale},en;q=0.8` : `${locale},${base};q=0.9,en;q=0.8`;
}

/**
 * Returns the Referer header of a request that `page` causes: its address on its own origin, its origin elsewhere, and none from https to
 * http (Referrer Policy, `strict-origin-when-cross-origin`).
 */
export function refererFor(page: string, url: string): Record<string, string> {
  const [from, to] = [URL.parse(page), URL.parse(url)];
  const headers: Record<string, string> = {};
  if (!from || !to || !/^https?:$/.test(from.protocol) || (from.protocol === "https:" && to.protocol !== "https:"))
    return headers;
  headers.referer = from.origin === to.origin ? from.origin + from.pathname + from.search : `${from.origin}/`;
  return headers;
}
