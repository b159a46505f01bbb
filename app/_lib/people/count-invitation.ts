import type { Database } from "#prisma/client.ts";
import { countAttempt } from "#prisma/queries/security/count-attempt.ts";
import { DomainError } from "#worker/core/errors.ts";

const DAY_MS = 86_400_000;
/** Invitations a day. Each is a mail to someone who did not ask for it. */
const MOST = { ofTeam: 50, toAddress: 5 };

/** Counts an invitation. @throws DomainError `unavailable` when the Team or the address has had many today. */
export async function countInvitation(
  db: Database,
  { teamId, email, now }: { teamId: string; email: string; now: Date },
): Promise<void> {
  const attempt = { windowMs: DAY_MS, now };
  const allowed =
    (await countAttempt(db, { ...attempt, kind: "invitation-of-team", subject: teamId, max: MOST.ofTeam })) &&
    (await countAttempt(db, { ...attempt, kind: "invitation-to-address", subject: email, max: MOST.toAddress }));
  if (!allowed)
    throw new DomainError("unavailable", "You sent many invitations in a short time. Try again tomorrow.", { retryable: true });
}
