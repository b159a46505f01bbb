import { normalisePercentEncoding } from "./canonical-url.ts";

/** Parameters that get new values although the link stays the same: cache busters, versions, tokens, signatures. */
const VOLATILE_NAMES: ReadonlySet<string> = new Set(
  "_ cb csrf expires nonce _wpnonce rnd sig signature token ts v ver version".split(" "),
);
/** Signed addresses of cloud storage carry a date, a lifetime and a key as well, all renewed with the signature. */
const SIGNED = /^x-(?:amz|goog|oss)-/iu;

/**
 * Returns a link target without the parts that change although the link stays the same, so that a broken link is recognised again. The
 * fragment stays. An invalid URL is returned unchanged.
 */
export function steadyAddress(target: string): string {
  const url = URL.parse(target);
  if (!url) return target;
  url.pathname = normalisePercentEncoding(url.pathname);
  const parts = url.search.slice(1).split("&");
  const kept = parts.filter((part) => !isVolatile(part));
  url.search = normalisePercentEncoding(kept.length === parts.length ? url.search : kept.join("&"));
  return url.href;
}

function isVolatile(part: string): boolean {
  const { name, value } = split(part);
  return SIGNED.test(name) || (VOLATILE_NAMES.has(name.toLowerCase()) && (/^[\d.]+$/u.test(value) || isMachineMade(value)));
}

/**
 * Returns an address with all parts replaced that look like numbers or keys made by a program, to compare the links in one place at two
 * Crawls; dates, too. `loose`: replaces any number in the query, and short keys in the path, too.
 */
export function addressShape(target: string, { loose }: { loose: boolean }): string {
  const url = URL.parse(target);
  if (!url) return target;
  const path = normalisePercentEncoding(url.pathname)
    .replace(DATE, "*")
    .replace(BUILD_KEY, "*")
    .replace(/[^/._-]+/gu, (piece) => (isMachineMade(piece) || (loose && SHORT_KEY.test(piece)) ? "*" : piece));
  const query = url.search
    .slice(1)
    .split("&")
    .map((part) => {
      const { name, value } = split(part);
      return `${name}=${(loose && /\d/u.test(value)) || isMachineMade(value) ? "*" : value}`;
    });
  return `${url.protocol}//${url.host}${path}?${query.join("&")}${url.hash}`;
}

/** A date in the address of what is new each day: 2026-11-29, 2026/11/29, 29.11.2026. */
const DATE = /(?<!\d)(?:20\d\d([-/._])\d\d?\1\d\d?|\d\d?([-/._])\d\d?\2(?:20)?\d\d)(?!\d)/gu;

/** The key of a build in the name of a script or style sheet: `index-BX3k9aQ.js`, `main.2469134.css`. */
const BUILD_KEY = /(?<=[.-])(?=[\w-]{0,40}[\dA-Z])[\w-]{6,40}(?=\.(?:min\.)?(?:m?js|css)$)/u;

function split(part: string): { name: string; value: string } {
  const at = part.indexOf("=");
  return at === -1 ? { name: part, value: "" } : { name: part.slice(0, at), value: part.slice(at + 1) };
}

/** Shortest number that counts something other than articles: seconds since 1970, a date with its time. */
const LONG_NUMBER = /^\d{8,}$/u;
const HEXADECIMAL = /^[0-9a-f]{8,}$/iu;
/** Shorter mixtures may name a thing: the key of a video has 11 characters. */
const MIXED_KEY = /^[\w~%+/=.-]{16,}$/u;

/** Letters and digits in turns, unlike `menu2` and `2026menu`, or hexadecimal. */
const SHORT_KEY = /^(?:(?=[a-z]*\d+[a-z]+\d|\d*[a-z]+\d+[a-z])[\da-z]{5,60}|(?=\d*[a-f])(?=[a-f]*\d)[\da-f]{5,60})$/iu;

/** Returns true for what no person writes: long numbers, hexadecimal digits, long mixtures of letters and digits. */
function isMachineMade(text: string): boolean {
  if (LONG_NUMBER.test(text) || HEXADECIMAL.test(text)) return true;
  return MIXED_KEY.test(text) && /\d/u.test(text) && /[A-Za-z]/u.test(text) && !/^[a-z]+(?:-[a-z]+)*-?\d*$/u.test(text);
}
