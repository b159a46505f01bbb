import { randomUUID } from "node:crypto";
import type { Transaction } from "../../client.ts";

/** Creates a verified account with a password, and revokes the address's sign-up links. The caller knows that a mail reached the address. */
export async function createAccount(
  tx: Transaction,
  { email, passwordHash }: { email: string; passwordHash: string },
): Promise<{ userId: string } | "account-exists"> {
  const id = randomUUID();
  const made = await tx.user.createMany({ data: [{ id, name: email, email, emailVerified: true }], skipDuplicates: true });
  await tx.verification.deleteMany({ where: { value: email, identifier: { startsWith: "sign-up:" } } });
  if (made.count === 0) return "account-exists";
  await tx.account.create({
    data: { id: randomUUID(), userId: id, accountId: id, providerId: "credential", password: passwordHash },
  });
  return { userId: id };
}
