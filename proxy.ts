import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy } from "#app/_lib/content-security-policy.ts";
import { isOwnHost } from "#app/_lib/is-own-host.ts";
import { isReadableAddress } from "#app/_lib/is-readable-address.ts";

const STRIPE_PAGES = ["https://checkout.stripe.com", "https://billing.stripe.com"];

const MAIL_HTML = /^\/mailbox\/[^/]+\/html$/;

/**
 * Refuses addresses and Host headers that cannot be meant for us, and sets the headers that every page carries. The nonce is new with each
 * answer; Next reads it from the request's own policy header.
 */
export function proxy(request: NextRequest): NextResponse {
  if (!isReadableAddress(request.url))
    return new NextResponse("This address is not valid. Check it for typing mistakes.", { status: 400 });
  if (!isOwnHost(request.headers.get("host"), process.env.APP_URL))
    return new NextResponse("Flawless runs on this machine only: open it under the address that it printed at the start.", {
      status: 421,
    });
  // A mail in the Mailbox brings its own, stricter policy.
  if (MAIL_HTML.test(request.nextUrl.pathname)) return NextResponse.next();
  const policy = contentSecurityPolicy({
    nonce: crypto.randomUUID().replaceAll("-", ""),
    development: process.env.NODE_ENV === "development",
    formTargets: process.env.STRIPE_API_URL ? [new URL(process.env.STRIPE_API_URL).origin] : STRIPE_PAGES,
  });
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("X-Content-Type-Options", "nosniff");
  response.headers.set("Referrer-Policy", "same-origin");
  response.headers.set("X-Frame-Options", "DENY");
  response.headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
  if (process.env.APP_URL?.startsWith("https:"))
    response.headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  return response;
}

/** Files with a hash in their name need none of it. */
export const config = { matcher: ["/((?!_next/static|_next/image|favicon.ico|icon.svg).*)"] };
