import { randomBytes } from "node:crypto";
import { z } from "zod";

const COOKIE = "device";
const YEAR_SECONDS = 365 * 86_400;
const valueSchema = z.tuple([z.string().min(1), z.string().length(22)]);

type Cookie = { name: string; attributes: object };
/** The part of Better Auth's context that is used here. */
type Context = {
  context: { secret: string; createAuthCookie(name: string, attributes: { maxAge: number }): Cookie };
  getSignedCookie(name: string, secret: string): Promise<string | null | false | undefined>;
  setSignedCookie(name: string, value: string, secret: string, attributes: object): Promise<unknown>;
};

/**
 * Returns this browser's name if the user has signed in with it before, else null. This grants no access; it only keeps wrong
 * passwords tried elsewhere from locking the owner out.
 */
export async function findKnownDevice(context: Context, userId: string | null): Promise<string | null> {
  const signed = await context.getSignedCookie(cookieOf(context).name, context.context.secret);
  const parsed = valueSchema.safeParse(typeof signed === "string" ? signed.split(".") : null);
  if (!parsed.success) return null;
  const [owner, device] = parsed.data;
  return owner === userId ? device : null;
}

/** Marks this browser as known for the user. */
export async function rememberDevice(context: Context, userId: string): Promise<void> {
  const { name, attributes } = cookieOf(context);
  const value = `${userId}.${randomBytes(16).toString("base64url")}`;
  await context.setSignedCookie(name, value, context.context.secret, attributes);
}

function cookieOf({ context }: Context): Cookie {
  return context.createAuthCookie(COOKIE, { maxAge: YEAR_SECONDS });
}
