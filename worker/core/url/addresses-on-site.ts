import { DomainError } from "../errors.ts";
import { canonicalUrl } from "./canonical-url.ts";
import { mayBePage } from "./may-be-page.ts";
import { isSameSite } from "./scope.ts";
import { parseSiteAddress } from "./site-address.ts";

/** `likely`: the page's address in the form that the Site uses. `others`: other forms in which it may be on record. */
type TypedPage = { likely: string; others: string[] };

/**
 * Reads the address of a page as a person typed it: whole (`https://example.com/about`, `www.example.com/about`), or a path (`/about`).
 * @throws DomainError `invalid-input` in the user's words if it is no address of a page on this Site.
 */
export function addressesOnSite(typed: string, startUrl: string): TypedPage {
  const start = new URL(startUrl);
  const text = typed.trim();
  const isPath = text.startsWith("/") && !text.startsWith("//");
  const address = isPath ? canonicalUrl(text, startUrl) : parseSiteAddress(text);
  if (address === null) throw invalid("This address is too long.");
  if (!isSameSite(new URL(address), start))
    throw invalid(`This page is on another site. Enter the address of a page on ${start.host}.`);
  if (!mayBePage(address)) throw invalid("This is the address of a file. We can only check web pages.");
  const likely = onHostOf(start, address);
  const forms = [likely, address].flatMap((form) => [form, withOtherSlash(form)]);
  return { likely, others: [...new Set(forms)].filter((form) => form !== likely) };
}

function onHostOf({ protocol, host }: URL, address: string): string {
  const url = new URL(address);
  url.protocol = protocol;
  url.host = host;
  return url.href;
}

/** Returns the address with a slash at the end of its path, or without. */
function withOtherSlash(address: string): string {
  const url = new URL(address);
  url.pathname = url.pathname.endsWith("/") ? url.pathname.replace(/\/$/, "") : `${url.pathname}/`;
  return url.href;
}

function invalid(message: string): DomainError {
  return new DomainError("invalid-input", message);
}
