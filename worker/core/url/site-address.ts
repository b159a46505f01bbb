import { cutOff } from "../cut-off.ts";
import { DomainError } from "../errors.ts";
import { canonicalUrl } from "./canonical-url.ts";
import { isIpAddress } from "./private-address.ts";

/**
 * Parses the start URL that a person typed: `example.com`, ` HTTPS://Example.com `, `example.com/en`, `localhost:8080`.
 * Defaults to https; if no server answers there, the caller may try http. Does not check if the address is private.
 * @throws DomainError `invalid-input` in the user's words.
 */
export function parseSiteAddress(typed: string): string {
  const text = typed.trim().replace(/^[<"'“‘]+|(?<![>"'”’])[>"'”’]+$/g, "");
  if (text === "") throw invalid("Enter the address of your site, for example example.com.");
  if (/\s/.test(text))
    throw invalid(`“${shorten(text)}” contains a space. Enter an address like example.com or example.com/en.`);
  if (/^[^/?#]*@/.test(text.replace(/^https?:\/\//i, "")))
    throw invalid(
      `“${shorten(text)}” looks like an e-mail address or contains a password. Enter the site's address, for example example.com.`,
    );
  const url = URL.parse(withScheme(text));
  if (!url || !isHostName(url.hostname))
    throw invalid(`“${shorten(text)}” is not a web address. Enter an address like example.com or example.com/en.`);
  const canonical = canonicalUrl(url.href);
  if (!canonical)
    throw invalid("This address is too long. Enter the address of your site's start page, for example example.com.");
  return canonical;
}

function withScheme(text: string): string {
  const scheme = /^([a-z][a-z0-9+.-]*):(?:\/|$)/i.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) return `https://${text.replace(/^\/+/, "")}`;
  if (scheme === "http" || scheme === "https") return text;
  throw invalid(`We can only check addresses that begin with http:// or https://, not ${shorten(scheme)}:.`);
}

/** Names without a dot do not work on the internet; `localhost` and IP addresses are for tests and trials. */
function isHostName(host: string): boolean {
  return host === "localhost" || isIpAddress(host) || /^[^.]+(\.[^.]+)+\.?$/.test(host);
}

function invalid(message: string): DomainError {
  return new DomainError("invalid-input", message);
}

function shorten(text: string): string {
  return cutOff(text, 60);
}
