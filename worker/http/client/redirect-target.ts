import type { Dispatcher } from "undici";
import { firstValue } from "./first-value.ts";

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Returns the Location of a redirect; null for any other response, and for a redirect without Location (RFC 9110, 15.4). */
export function redirectTarget({ statusCode, headers }: Dispatcher.ResponseData): string | null {
  const location = firstValue(headers.location);
  return REDIRECTS.has(statusCode) && location !== null ? utf8FromLatin1(location) : null;
}

/** Headers arrive decoded as Latin-1, but many servers write UTF-8 there, and browsers read it as such. */
function utf8FromLatin1(text: string): string {
  const decoded = Buffer.from(text, "latin1").toString("utf8");
  return decoded.includes("\uFFFD") ? text : decoded;
}
