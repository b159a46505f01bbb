import type { Member } from "#prisma/queries/teams/ensure-member.ts";
import { DomainError } from "#worker/core/errors.ts";

/** Throws a DomainError `forbidden` for a member who is not an owner. `doing` completes "Only an owner of the team can …". */
export function requireOwner(member: Member, doing: string): void {
  if (member.role !== "owner") throw new DomainError("forbidden", `Only an owner of the team can ${doing}.`);
}
