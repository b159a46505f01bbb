import "server-only";
import { parseSetCookieHeader, toCookieOptions } from "better-auth/cookies";
import { cookies, headers } from "next/headers";
import { z } from "zod";
import { getAuth } from "./auth.ts";
import { getSettings } from "./settings.ts";

export type AuthAnswer = { ok: true } | { ok: false; status: number; code: string };

type Call = { path: string; body?: Record<string, unknown>; query?: Record<string, string> };

const fault = z.object({ code: z.string().optional() });

/**
 * Asks Better Auth on behalf of the visitor whose server action is running, through its request handler, so that its limits and its origin
 * check hold for our forms as they do for anyone. Cookies that it sets are passed on. With `body` it is a POST, else a GET.
 */
export async function callAuth({ path, body, query = {} }: Call): Promise<AuthAnswer> {
  const url = new URL(`/api/auth${path}`, getSettings().APP_URL);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const request = body ? { method: "POST", body: JSON.stringify(body) } : { method: "GET" };
  const response = await getAuth().handler(new Request(url, { ...request, headers: await visitorHeaders() }));
  await passCookiesOn(response);
  if (response.ok) return { ok: true };
  const parsed = fault.safeParse(await response.json().catch(() => ({})));
  return { ok: false, status: response.status, code: parsed.data?.code ?? "" };
}

/** Only what Better Auth needs. The origin is the visitor's own, or that of our pages where a browser sends none with a form. */
async function visitorHeaders(): Promise<Headers> {
  const settings = getSettings();
  const visitor = await headers();
  const sent = new Headers({
    "content-type": "application/json",
    origin: visitor.get("origin") ?? new URL(settings.APP_URL).origin,
  });
  for (const name of ["cookie", "user-agent", settings.TRUSTED_IP_HEADER ?? ""]) {
    const value = name ? visitor.get(name) : null;
    if (value !== null) sent.set(name, value);
  }
  return sent;
}

async function passCookiesOn(response: Response): Promise<void> {
  const jar = await cookies();
  for (const header of response.headers.getSetCookie()) {
    for (const [name, attributes] of parseSetCookieHeader(header)) jar.set(name, attributes.value, toCookieOptions(attributes));
  }
}

/** The sentence for an answer that any of the forms can get. */
export function describeFault(answer: { status: number }): string {
  if (answer.status === 429) return "Too many attempts in a short time. Wait a few minutes, then try again.";
  return "That did not work, and we changed nothing. Reload the page and try again.";
}
