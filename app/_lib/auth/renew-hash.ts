import type { Database } from "#prisma/client.ts";
import { findPasswordHash, renewPasswordHash } from "#prisma/queries/accounts/password-hash.ts";
import { hashPassword, isCurrentHash } from "./password-hashing.ts";

/** Hashes a password that has just proved right with today's method, where its hash is of an older one. */
export async function renewHash(db: Database, userId: string, password: string): Promise<void> {
  const before = await findPasswordHash(db, userId);
  if (before === null || isCurrentHash(before)) return;
  await renewPasswordHash(db, userId, before, await hashPassword(password));
}
