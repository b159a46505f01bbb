import type { Database } from "../../client.ts";
import { tokenIdentifier } from "./token-identifier.ts";

/** Returns the address that a sign-up link was sent to; null when the link was used, has expired or never existed. */
export async function findSignUp(db: Database, token: string, now: Date): Promise<string | null> {
  const identifier = tokenIdentifier("sign-up", token);
  const row = await db.verification.findFirst({ where: { identifier, expiresAt: { gt: now } }, select: { value: true } });
  return row?.value ?? null;
}
