import type { InvitationLink } from "#prisma/queries/people/invite.ts";
import { sealLink } from "#prisma/sealed-link.ts";
import { deriveSecretKeys } from "#prisma/sealed-secret.ts";
import { makeToken } from "#prisma/secret-token.ts";
import type { Settings } from "#worker/core/settings.ts";
import { INVITATION_DAYS } from "../link-hours.ts";

const DAY_MS = 86_400_000;

/** Returns a new link for an invitation. Like the links of account mails it is sealed while the mail waits, because it opens an account. */
export function makeInvitationLink(settings: Settings, { email, now }: { email: string; now: Date }): InvitationLink {
  const token = makeToken();
  const url = new URL(`/invitation/${token}`, settings.APP_URL).href;
  return {
    token,
    url: sealLink(deriveSecretKeys(settings), email, url),
    expiresAt: new Date(now.getTime() + INVITATION_DAYS * DAY_MS),
  };
}
