import "server-only";
import type { Member } from "#prisma/queries/ensure-member.ts";
import { DomainError } from "#worker/core/errors.ts";
import { requireMember } from "./session.ts";

/** Who is signed in and may change what the Team has. @throws DomainError `forbidden` for a viewer. */
export async function requireEditor(): Promise<Member> {
  const member = await requireMember();
  if (member.role === "viewer")
    throw new DomainError(
      "forbidden",
      "You can view this team's sites but not change them. Ask its owner to make you an editor.",
    );
  return member;
}
