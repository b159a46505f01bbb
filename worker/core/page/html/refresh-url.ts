/** Longer values are no addresses that anybody is sent to. */
const MAX_LENGTH = 10_000;

/**
 * The address in a refresh (`5; url=/next`), which browsers also find without `url=`, after a comma or a space, and in quotes that do not end
 * (HTML Standard, "shared declarative refresh steps"); null where the page only loads itself again.
 */
export function refreshUrl(content: string): string | null {
  const [, rest = ""] = /^[\d.]+(?:\s*[;,]\s*|\s+)(.+)$/s.exec(content.slice(0, MAX_LENGTH).trim()) ?? [];
  const named = /^url\s*=\s*(.*)$/is.exec(rest)?.[1] ?? rest;
  const quote = /^['"]/.exec(named)?.[0];
  const url = quote === undefined ? named : named.slice(1).split(quote, 1)[0];
  return url || null;
}
