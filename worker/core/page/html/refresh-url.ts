/** Longer values are not real addresses. */
const MAX_LENGTH = 10_000;

/**
 * Returns the address in a refresh (`5; url=/next`); null if the page only reloads itself. Like browsers, also accepts it
 * without `url=`, after a comma or a space, and in unclosed quotes (HTML Standard, "shared declarative refresh steps").
 */
export function refreshUrl(content: string): string | null {
  const [, rest = ""] = /^[\d.]+(?:\s*[;,]\s*|\s+)(.+)$/s.exec(content.slice(0, MAX_LENGTH).trim()) ?? [];
  const named = /^url\s*=\s*(.*)$/is.exec(rest)?.[1] ?? rest;
  const quote = /^['"]/.exec(named)?.[0];
  const url = quote === undefined ? named : named.slice(1).split(quote, 1)[0];
  return url || null;
}
