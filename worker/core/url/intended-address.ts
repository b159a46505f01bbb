import { endsLikeDomain, endsLikeFile } from "./domain-endings.ts";

/** The address that the author of a link meant, and what the link lacks. */
export type IntendedAddress = { address: string; lacks: "https://" | "http://" | "mailto:" };

/** `http//`, `https:/`, `https;//`, `https ://`, `hhtps//`, `://` before a host. Correct beginnings are excluded before. */
const DAMAGED_SCHEME = /^(?:(https?)\s?(?:[:;.,]\s?\/?|[:;.,]?\s?\/\/?)|:?\/\/)(?=[\p{L}\p{N}])/iu;
/** Marks that are pasted along with an address, such as quotes of a word processor. */
const PASTED = /^(?:[\s"'“”„‘’«»<([]|%20)+/i;
const PASTED_AFTER = new Set("\"'“”„‘’«»>)] ");
const LABEL = String.raw`[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?`;
const HOST = new RegExp(String.raw`^(?:${LABEL}\.){1,8}[\p{L}][\p{L}\p{N}-]{0,61}[\p{L}\p{N}](?=[:/?#]|$)`, "iu");
const MAIL = new RegExp(String.raw`^[\w.+-]{1,64}@(?:${LABEL}\.){1,8}[\p{L}]{2,63}(?=\?|$)`, "iu");
const LONGEST = 2_500;
/** The most common links of a site to itself: from its root, to a part of the page, and to a page beside this one. */
const ON_SITE = /^(?:\/(?!\/)|#|[\w-]+\.html?(?:[?#]|$))/i;

/**
 * Returns the address that is meant by a link without its scheme, which browsers take for a page of the same site: `www.mill.example`,
 * `mill.example/prices`, `https//mill.example`, `info@mill.example`. Null for all links that may be meant as they are written.
 */
export function intendedAddress(href: string): IntendedAddress | null {
  if (href.length > LONGEST) return null;
  const typed = href.replace(/[\t\n\r]/g, "").trim();
  if (ON_SITE.test(typed)) return null;
  const bare = withoutEnd(typed.replace(PASTED, ""));
  if (/^https?:\/\/[^/]/i.test(bare)) return bare === typed ? null : web(bare.replace(/^https?:\/\//i, ""), schemeOf(bare));
  if (MAIL.test(bare)) return { address: `mailto:${bare}`, lacks: "mailto:" };
  const damaged = /^\/\/[^/]/.test(typed) ? null : DAMAGED_SCHEME.exec(bare);
  if (damaged) return web(bare.slice(damaged[0].length), damaged[1]?.toLowerCase() === "http" ? "http://" : "https://");
  return web(bare, "https://");
}

function withoutEnd(text: string): string {
  let end = text.length;
  for (let before = -1; before !== end; ) {
    before = end;
    if (text.endsWith("%20", end)) end -= 3;
    else if (PASTED_AFTER.has(text.charAt(end - 1))) end -= 1;
  }
  return text.slice(0, end);
}

function schemeOf(address: string): "http://" | "https://" {
  return /^http:/i.test(address) ? "http://" : "https://";
}

function web(rest: string, scheme: "http://" | "https://"): IntendedAddress | null {
  const host = HOST.exec(rest)?.[0];
  if (host === undefined || endsLikeFile(host)) return null;
  const isWholeName = !/^(?::\d+)?\//.test(rest.slice(host.length));
  const isNamedWww = /^www\d?\.[^.]+\.[^.]/i.test(host);
  if (!isNamedWww && !endsLikeDomain(host, isWholeName)) return null;
  return URL.canParse(scheme + rest) ? { address: scheme + rest, lacks: scheme } : null;
}
