import "server-only";
import { parseSetCookieHeader, toCookieOptions } from "better-auth/cookies";
import { cookies, headers } from "next/headers";
import { z } from "zod";
import { getSettings } from "../settings.ts";
import { answerAuthRequest } from "./auth.ts";

export type AuthAnswer = { ok: true } | { ok: false; status: number; code: string; message: string };

type Call = { path: string; body: Record<string, unknown> };

const fault = z.object({ code: z.string().default(""), message: z.string().default("") });

/**
 * Calls Better Auth for the visitor of the running server action, through its request handler, so that its limits and its
 * origin check also hold for our forms. Passes on the cookies that it sets.
 */
export async function callAuth({ path, body }: Call): Promise<AuthAnswer> {
  const url = new URL(`/api/auth${path}`, getSettings().APP_URL);
  const text = JSON.stringify(body);
  const sent = await visitorHeaders();
  sent.set("content-length", String(Buffer.byteLength(text)));
  const response = await answerAuthRequest(new Request(url, { method: "POST", body: text, headers: sent }));
  await passCookiesOn(response);
  if (response.ok) return { ok: true };
  const parsed = fault.safeParse(await response.json().catch(() => ({})));
  return { ok: false, status: response.status, code: "", message: "", ...parsed.data };
}

/** Returns only the headers that Better Auth needs. If the browser sent no Origin with the form, uses our own. */
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

/** Returns the message for an answer that any of the forms can get. */
export function describeFault(answer: { status: number; code?: string; message?: string }): string {
  if (answer.code === "SIGN_UPS_OFF" && answer.message) return answer.message;
  if (answer.status === 429) return "Too many attempts in a short time. Wait a few minutes, then try again.";
  if (answer.status === 503) return "Too many people are signing in just now. Try again in a minute.";
  return "That did not work, and we changed nothing. Reload the page and try again.";
}
