import { isSameSite } from "../url/scope.ts";
import type { SiteSignIn } from "./site-sign-in.ts";

/** Headers that a request to an address gets on top of the usual ones; none for addresses of others. Names in lower case. */
export type HeadersFor = (url: string) => Record<string, string>;

/**
 * Sends a Site's sign-in to the Site alone: its host and port, with `www.` or without, and once it is at home on https, never unencrypted.
 * To be asked for every request again, also for each step of a redirect.
 */
export function makeSignInHeaders(signIn: SiteSignIn, startUrl: string): HeadersFor {
  const start = new URL(startUrl);
  const headers = headersOf(signIn);
  return (address) => {
    const url = URL.parse(address);
    if (!url || !isSameSite(url, start)) return {};
    return start.protocol === "https:" && url.protocol !== "https:" ? {} : headers;
  };
}

function headersOf(signIn: SiteSignIn): Record<string, string> {
  switch (signIn.kind) {
    case "password":
      return { authorization: `Basic ${base64(`${signIn.user}:${signIn.password}`)}` };
    case "header":
      return { [signIn.name.toLowerCase()]: signIn.value };
    case "cookies":
      return { cookie: signIn.cookies };
    default:
      return signIn satisfies never;
  }
}

/** Of the text's UTF-8 (RFC 7617, 2.1). */
function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
