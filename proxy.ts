import { type NextRequest, NextResponse } from "next/server";
import { RENDERING_HEADER } from "#app/_front/public-pages.ts";
import { contentSecurityPolicy } from "#app/_lib/content-security-policy.ts";
import { isOwnHost } from "#app/_lib/is-own-host.ts";
import { isReadableAddress } from "#app/_lib/is-readable-address.ts";
import { PATH_HEADER } from "#app/_lib/path-header.ts";

const STRIPE_PAGES = ["https://checkout.stripe.com", "https://billing.stripe.com"];

/** Public files that are the same for every visitor and need no Host check. */
const BUILD_FILES = /^\/(?:_next\/(?:static|image)(?:\/|$)|favicon\.ico$|icon\.svg$)/;
/** Mails in the Mailbox send their own, stricter policy. */
const MAIL_HTML = /^\/mailbox\/[^/]+\/html$/;
/** Addresses that are secrets themselves: no other site and no search engine may learn them. */
const SECRET_ADDRESS = /^\/(?:shared|badge|feed|decide|try)\//;

/**
 * Refuses malformed addresses and foreign Host headers, and sets the headers of every response. Each response has a new nonce,
 * which Next reads from the request's policy header; what app/_front serves to everyone has none. Runs for build files too, because nothing else in Next knows APP_URL.
 */
export function proxy(request: NextRequest): NextResponse {
  const answer = answerTo(request);
  answer.headers.set("X-Content-Type-Options", "nosniff");
  if (process.env.APP_URL?.startsWith("https:"))
    answer.headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  return answer;
}

function answerTo(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl;
  if (!isReadableAddress(request.url))
    return new NextResponse("This address is not valid. Check it for typing mistakes.", { status: 400 });
  if (BUILD_FILES.test(pathname)) return NextResponse.next();
  if (!isOwnHost(request.headers.get("host"), process.env.APP_URL))
    return new NextResponse("Flawless runs on this machine only: open it under the address that it printed at the start.", {
      status: 421,
    });
  return MAIL_HTML.test(pathname) ? NextResponse.next() : pageAnswer(request);
}

function pageAnswer(request: NextRequest): NextResponse {
  const policy = contentSecurityPolicy({
    nonce: request.headers.has(RENDERING_HEADER) ? null : crypto.randomUUID().replaceAll("-", ""),
    development: process.env.NODE_ENV === "development",
    formTargets: process.env.STRIPE_API_URL ? [new URL(process.env.STRIPE_API_URL).origin] : STRIPE_PAGES,
  });
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  headers.set(PATH_HEADER, `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  const isSecret = SECRET_ADDRESS.test(request.nextUrl.pathname);
  response.headers.set("Referrer-Policy", isSecret ? "no-referrer" : "same-origin");
  if (isSecret) response.headers.set("X-Robots-Tag", "noindex, nofollow, noarchive");
  response.headers.set("X-Frame-Options", "DENY");
  response.headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
  return response;
}
