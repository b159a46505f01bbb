import type { Metadata } from "next";
import Link from "next/link";
import { Card, CardHeader } from "#app/_components/card.tsx";
import { LocalTime } from "#app/_components/local-time.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { findPendingSecret } from "#app/_lib/second-step/manage-two-factor.ts";
import { getSecretKeys } from "#app/_lib/secret-keys.ts";
import { requireSession } from "#app/_lib/session/session.ts";
import { beginTwoFactorAction } from "#app/_verbs/account/begin-two-factor-action.ts";
import { turnOffTwoFactorAction } from "#app/_verbs/account/turn-off-two-factor-action.ts";
import { findTwoFactor } from "#prisma/queries/security/find-two-factor.ts";
import { plural } from "#worker/core/text/plural.ts";
import { PasswordCheckForm } from "../password-check-form.tsx";
import { PendingSecret } from "./pending-secret.tsx";
import { RenewForm } from "./renew-form.tsx";
import { SetupPanel } from "./setup-panel.tsx";

export const metadata: Metadata = { title: "Two-factor sign-in" };

export default async function TwoFactorPage() {
  const session = await requireSession();
  const dependencies = { db: getDatabase(), keys: getSecretKeys(), now: new Date() };
  const factor = await findTwoFactor(dependencies.db, { userId: session.userId, now: dependencies.now });
  const secret = factor ? null : await findPendingSecret(dependencies, session);
  return (
    <>
      <PageHeader title="Two-factor sign-in">
        <Link href="/account" className="text-link">
          Back to your account
        </Link>
      </PageHeader>
      <div className="flex max-w-2xl flex-col gap-6">
        <Card className="[&>header:last-child]:mb-0">
          <SetupPanel pending={secret && <PendingSecret secret={secret} email={session.email} />}>
            {factor ? (
              <CardHeader title="Two-factor sign-in is on">
                Since <LocalTime at={factor.since} />. After your password we ask for a code from your app.{" "}
                {plural(factor.recoveryCodesLeft, "recovery code is", "recovery codes are")} left.
                {factor.trustedDevices > 0 &&
                  ` ${plural(factor.trustedDevices, "browser is", "browsers are")} trusted without a code; “Sign out everywhere else” on your account page ends that.`}
              </CardHeader>
            ) : (
              <>
                <CardHeader title="Two-factor sign-in is off">
                  With it, signing in takes your password and a code from an app on your phone. Somebody who learns your
                  password cannot sign in with it alone. Turning it on signs you out everywhere else.
                </CardHeader>
                <PasswordCheckForm action={beginTwoFactorAction} id="begin-password" button="Set it up" variant="primary" />
              </>
            )}
          </SetupPanel>
        </Card>
        {factor && (
          <>
            <Card>
              <CardHeader title="Recovery codes">
                Each signs you in once if you lose your phone. New codes replace those that you have.
              </CardHeader>
              <RenewForm />
            </Card>
            <Card>
              <CardHeader title="Turn off">
                Your password alone then signs you in, and your recovery codes are deleted.
              </CardHeader>
              <PasswordCheckForm
                action={turnOffTwoFactorAction}
                id="turn-off-password"
                button="Turn two-factor sign-in off"
                variant="danger"
              />
            </Card>
          </>
        )}
      </div>
    </>
  );
}
