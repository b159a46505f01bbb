import { randomUUID } from "node:crypto";
import { hashPassword } from "#app/_lib/password/password-hashing.ts";
import type { RunningProduct } from "#test/support/running-product.ts";
import { seedTeam } from "#test/support/seed/seed-team.ts";
import type { Visitor } from "./visitor.ts";

/** Creates the account of an operator and signs it in, in the visitor's browser. `turnOn` turns its two-factor sign-in on. */
export async function signInOperator(
  { url, database: { db } }: RunningProduct,
  { page, email, password }: Visitor,
): Promise<{ turnOn(): Promise<void> }> {
  const { userId } = await seedTeam(db, { email });
  const account = { id: randomUUID(), userId, accountId: userId, providerId: "credential" };
  await db.account.create({ data: { ...account, password: await hashPassword(password) } });
  const answer = await page.request.post("/api/auth/sign-in/email", { data: { email, password }, headers: { origin: url } });
  if (!answer.ok()) throw new Error(`${email} could not sign in: ${answer.status()}`);
  return {
    turnOn: async () => {
      const factor = { userId, keyId: "none", sealed: "none", startedAt: new Date(), confirmedAt: new Date() };
      await db.twoFactor.create({ data: factor });
    },
  };
}
