import { isSameSite } from "../url/scope.ts";
import type { SiteSignIn } from "./site-sign-in.ts";

/** Returns the additional headers for a request to an address; none for other sites. Names in lower case. */
export type HeadersFor = (url: string) => Record<string, string>;

/**
 * Makes a function that adds a Site's sign-in to requests to the Site only: its host and port, with or without `www.`, and
 * never unencrypted if the start URL is https. Call it for each request and each step of a redirect.
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

/** Encodes the text's UTF-8 bytes (RFC 7617, 2.1). */
function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
