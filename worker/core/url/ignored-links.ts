import { escapeNonAscii, normalisePercentEncoding } from "./canonical-url.ts";
import { makeWildcard } from "./wildcard.ts";

/**
 * Returns a function that is true for link targets that a Site's owner ignores. A line names
 * - a host (`example.com`): everything on it, with and without `www.`; `*.example.com` includes its subdomains;
 * - an address (`https://example.com/old`), with or without its scheme: this page, with any anchor;
 * - a pattern (`example.com/shop/*`, `*.pdf`): `*` matches any text.
 * Case is ignored. User patterns never become regular expressions.
 */
export function makeIsIgnored(lines: readonly string[]): (target: string) => boolean {
  const matchers = lines.map((line) => makeMatcher(line.trim())).filter((matches) => matches !== null);
  if (matchers.length === 0) return () => false;
  return (target) => {
    const named = nameOf(target);
    return matchers.some((matches) => matches(named));
  };
}

/** Returns the line that ignores a target's whole host; null for targets without one (`mailto:`). */
export function hostLine(target: string): string | null {
  const url = URL.parse(target);
  return url && /^https?:$/.test(url.protocol) ? url.host.replace(/^www\./, "") : null;
}

type Named = { host: string; address: string; withFragment: string };

/**
 * Returns a target's host and path without scheme and `www.` (`address`), and with its fragment (`withFragment`), in lower case.
 * Targets that are not web addresses are compared as a whole.
 */
function nameOf(target: string): Named {
  const url = URL.parse(target);
  if (!url || !/^https?:$/.test(url.protocol)) {
    const whole = normalisePercentEncoding(bareLine(target)).toLowerCase();
    return { host: url ? "" : whole, address: whole, withFragment: whole };
  }
  const host = url.host.replace(/^www\./, "");
  const address = `${host}${normalisePercentEncoding(url.pathname + url.search)}`.toLowerCase();
  return { host, address, withFragment: `${address}${url.hash.toLowerCase()}` };
}

function bareLine(line: string): string {
  return escapeNonAscii(line.replace(/^https?:\/\//i, "").replace(/^www\./i, ""));
}

function makeMatcher(line: string): ((named: Named) => boolean) | null {
  if (line === "") return null;
  const bare = bareLine(line);
  const below = /^\*\.([^/*?#]+)\/?$/.exec(bare)?.[1]?.toLowerCase();
  if (below?.includes(".")) return ({ host }) => host === below || host.endsWith(`.${below}`);
  const isHost = /^[^/*?#@]+$/.test(bare) && !/^(?:mailto|tel):/i.test(bare);
  if (isHost) {
    const wanted = URL.parse(`http://${bare}`)?.host ?? bare.toLowerCase();
    return ({ host }) => host === wanted;
  }
  const pattern = normalisePercentEncoding(bare).toLowerCase();
  const part = pattern.includes("#") ? "withFragment" : "address";
  if (pattern.includes("*")) {
    const matches = makeWildcard(pattern);
    return (named) => matches(named[part]);
  }
  return (named) => named[part] === pattern || named[part] === `${pattern}/`;
}
