import type { Database } from "../client.ts";

/** Removes the user of this address if it was never verified; a verified one is left alone. `email` is in lower case. */
export async function deleteUnverifiedUser(db: Database, email: string): Promise<void> {
  await db.user.deleteMany({ where: { email, emailVerified: false } });
}
