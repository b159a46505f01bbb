import "server-only";
import type { Member } from "#prisma/queries/teams/ensure-member.ts";
import { DomainError } from "#worker/core/errors.ts";
import { logRefusal } from "../security-log/log-refusal.ts";
import { requireMember } from "./session.ts";

/**
 * Returns the signed-in member if they may change the Team's data. @throws DomainError `forbidden` for a viewer, and logs it.
 */
export async function requireEditor(): Promise<Member> {
  const member = await requireMember();
  return logRefusal(member, () => {
    if (member.role !== "viewer") return member;
    throw new DomainError(
      "forbidden",
      "You can view this team's sites but not change them. Ask its owner to make you an editor.",
    );
  });
}
