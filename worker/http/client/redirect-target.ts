import type { Dispatcher } from "undici";

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Returns the Location of a redirect; null for any other response. Without a Location, or with an empty one, browsers show what the server
 * sent instead.
 */
export function redirectTarget({
  statusCode,
  headers,
}: Pick<Dispatcher.ResponseData, "statusCode" | "headers">): string | null {
  const location = [headers.location ?? []].flat().find((value) => value.trim() !== "") ?? null;
  return REDIRECTS.has(statusCode) && location !== null ? withBytesKept(location) : null;
}

/** Percent-encodes the bytes outside ASCII one by one, as browsers do: headers arrive as Latin-1, so each byte is one character. */
function withBytesKept(text: string): string {
  return text.replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`);
}
