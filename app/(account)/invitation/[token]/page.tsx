import type { Metadata } from "next";
import Link from "next/link";
import { ButtonLink } from "#app/_components/button.tsx";
import { LocalTime } from "#app/_components/local-time.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { findVisitor } from "#app/_lib/session/session.ts";
import { findInvitation, type InvitationView } from "#prisma/queries/people/find-invitation.ts";
import { AccountHeading } from "../../_components/account-heading.tsx";
import { AcceptForm } from "./accept-form.tsx";
import { JoinForm } from "./join-form.tsx";
import { OtherAccountForm } from "./other-account-form.tsx";

export const metadata: Metadata = { title: "Invitation", referrer: "no-referrer", robots: { index: false } };

const ROLES = { owner: "an owner", editor: "an editor", viewer: "a viewer" } as const;

/** The page behind an invitation's link. Opening it changes nothing, because mail scanners open links too. */
export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await findInvitation(getDatabase(), token, new Date());
  if (!invitation) return <Gone />;
  if (invitation.state === "used") return <Used />;
  if (invitation.state === "expired") return <Expired invitation={invitation} />;
  const visitor = await findVisitor();
  return (
    <>
      <AccountHeading title={`Join “${invitation.teamName}”`}>
        <strong className="font-medium text-ink">{invitation.invitedBy}</strong> invites{" "}
        <strong className="font-medium text-ink">{invitation.email}</strong> to this team as {ROLES[invitation.role]},{" "}
        {invitation.allSites ? "for all its sites" : `for ${invitation.sites.join(", ") || "no sites"}`}. The link works until{" "}
        <LocalTime at={invitation.expiresAt} />.
      </AccountHeading>
      <Answer token={token} invitation={invitation} signedInAs={visitor?.email.toLowerCase() ?? null} />
    </>
  );
}

type AnswerProps = { token: string; invitation: InvitationView; signedInAs: string | null };

/** Accepting it depends on who looks: the invited account, another one, or a visitor with or without an account. */
function Answer({ token, invitation: { email, hasAccount }, signedInAs }: AnswerProps) {
  if (signedInAs === email) return <AcceptForm token={token} />;
  if (signedInAs !== null) return <OtherAccountForm token={token} email={email} signedInAs={signedInAs} />;
  if (!hasAccount) return <JoinForm token={token} email={email} />;
  const path = `/invitation/${encodeURIComponent(token)}`;
  return (
    <div className="flex flex-col items-start gap-4">
      <p className="text-muted">You have an account with this address.</p>
      <ButtonLink href={`/sign-in?${new URLSearchParams({ next: path })}`} variant="primary" size="large">
        Sign in to join
      </ButtonLink>
    </div>
  );
}

function Gone() {
  return (
    <AccountHeading title="This invitation does not work">
      It was withdrawn or sent again since, or the link is incomplete. Look for a newer mail, or ask the person who invited you.
    </AccountHeading>
  );
}

function Used() {
  return (
    <>
      <AccountHeading title="This invitation was used">The link works once, and someone has joined with it.</AccountHeading>
      <p>
        <Link href="/sites" className="text-link">
          Open Flawless
        </Link>
      </p>
    </>
  );
}

function Expired({ invitation }: { invitation: InvitationView }) {
  return (
    <AccountHeading title="This invitation has ended">
      The link to “{invitation.teamName}” worked until <LocalTime at={invitation.expiresAt} />. Ask {invitation.invitedBy} to
      send it again.
    </AccountHeading>
  );
}
