import type { Transaction } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";
import type { Role } from "#worker/core/people/rights.ts";

/** Returns a Member of a Team. @throws DomainError `not-found`. */
export async function requirePerson(
  tx: Transaction,
  { teamId, userId }: { teamId: string; userId: string },
): Promise<{ role: Role; email: string }> {
  const member = await tx.member.findUnique({
    where: { teamId_userId: { teamId, userId } },
    select: { role: true, user: { select: { email: true } } },
  });
  if (!member) throw new DomainError("not-found", "This person is no longer in the team. Load the page again.");
  return { role: member.role, email: member.user.email.toLowerCase() };
}
