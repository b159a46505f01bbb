import type { Metadata } from "next";
import { ButtonLink } from "#app/_components/button.tsx";
import { Card, CardHeader } from "#app/_components/card.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { contactAddress } from "#app/_lib/contact-address.ts";
import { getDatabase } from "#app/_lib/database.ts";
import { requireSession } from "#app/_lib/session/session.ts";
import { findSessions } from "#prisma/queries/security/find-sessions.ts";
import { findTwoFactor } from "#prisma/queries/security/find-two-factor.ts";
import { findOwnLosses } from "#prisma/queries/teams/find-own-losses.ts";
import { DELETED_KEPT_DAYS } from "#worker/core/deletion/erased-at.ts";
import { DeleteAccountForm } from "./delete-account-form.tsx";
import { PasswordForm } from "./password-form.tsx";
import { SessionsCard } from "./sessions-card.tsx";
import { TwoFactorCard } from "./two-factor-card.tsx";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const { email, userId, sessionId } = await requireSession();
  const [db, now] = [getDatabase(), new Date()];
  const [losses, factor, sessions] = await Promise.all([
    findOwnLosses(db, userId),
    findTwoFactor(db, { userId, now }),
    findSessions(db, { userId, now }),
  ]);
  const { sites, isPaid } = losses;
  return (
    <>
      <PageHeader title="Account">
        Signed in as <span className="text-ink">{email}</span>
      </PageHeader>
      <div className="flex flex-col gap-6">
        <Card>
          <CardHeader title="Password">Changing it signs you out everywhere else.</CardHeader>
          <PasswordForm email={email} />
        </Card>
        <TwoFactorCard factor={factor} />
        <SessionsCard sessions={sessions} presentId={sessionId} />
        <Card>
          <CardHeader title="Security log">Who signed in and from where, and what was changed in your account.</CardHeader>
          <ButtonLink href="/account/security">Open the security log</ButtonLink>
        </Card>
        <Card>
          <CardHeader title="Delete account">
            Deletes your account
            {sites > 0 && <>, {sites === 1 ? "your site" : `your ${sites} sites`} and everything recorded about them</>}, and
            ends all mail.
            {isPaid && " Your subscription is cancelled at once; what is paid is not paid back."} To get your account back,
            write to {contactAddress()} within {DELETED_KEPT_DAYS} days; after that we erase everything for good.
          </CardHeader>
          <DeleteAccountForm />
        </Card>
      </div>
    </>
  );
}
