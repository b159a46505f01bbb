import type { Database } from "../../client.ts";
import { createAccount } from "./create-account.ts";
import { tokenIdentifier } from "./token-identifier.ts";

type SignUpToFinish = { token: string; passwordHash: string; now: Date };

/**
 * Creates the verified account of a sign-up link with the password chosen there, and revokes the address's other sign-up links.
 * Returns the user's id, or "unknown-link" or "account-exists" when nothing was created.
 */
export async function finishSignUp(
  db: Database,
  { token, passwordHash, now }: SignUpToFinish,
): Promise<{ userId: string } | "unknown-link" | "account-exists"> {
  const identifier = tokenIdentifier("sign-up", token);
  return db.$transaction(async (tx) => {
    const [used] = await tx.$queryRaw<{ email: string }[]>`
      DELETE FROM "Verification" WHERE "identifier" = ${identifier} AND "expiresAt" > ${now} RETURNING "value" AS "email"`;
    return used ? createAccount(tx, { email: used.email, passwordHash }) : "unknown-link";
  });
}
