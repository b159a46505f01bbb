import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy } from "#app/_lib/content-security-policy.ts";

const STRIPE_PAGES = ["https://checkout.stripe.com", "https://billing.stripe.com"];

/**
 * Headers that every page carries. The nonce is new with each answer; Next reads it from the request's own policy header. An address with
 * a NUL character is refused: nothing of ours has one, and PostgreSQL cannot even be asked for it.
 */
export function proxy(request: NextRequest): NextResponse {
  if (request.url.includes("%00")) return new NextResponse("This address cannot exist.", { status: 400 });
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
  if (process.env.APP_URL?.startsWith("https:")) response.headers.set("Strict-Transport-Security", "max-age=31536000");
  return response;
}

/** Files with a hash in their name need none of it, and a mail in the Mailbox brings its own, stricter policy. */
export const config = { matcher: ["/((?!_next/static|_next/image|favicon.ico|icon.svg|mailbox/[^/]+/html).*)"] };
