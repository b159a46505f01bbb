import type { Metadata } from "next";
import { PageLink } from "#app/_components/page-link.tsx";
import type { PageQuery } from "#app/_lib/forms/page-query.ts";
import { trialTokenSchema } from "#app/_lib/forms/trial-token-schema.ts";
import { VERIFICATION_HOURS } from "#app/_lib/link-hours.ts";
import { findPendingEmail } from "#app/_lib/session/pending-email.ts";
import { AccountHeading } from "../_components/account-heading.tsx";
import { MailboxHint } from "../_components/mailbox-hint.tsx";
import { ResendForm } from "./resend-form.tsx";

export const metadata: Metadata = { title: "Check your mail" };

const REASONS: Record<string, string> = {
  expired: `It has been used, is older than ${VERIFICATION_HOURS} hours or is incomplete. If you have chosen a password, sign in. Otherwise have a new link sent.`,
};

export default async function CheckYourMailPage({ searchParams }: PageQuery) {
  const { because, try: tried } = await searchParams;
  const reason = typeof because === "string" ? REASONS[because] : undefined;
  const email = await findPendingEmail();
  return (
    <>
      <AccountHeading title={reason ? "This link does not work any more" : "Check your mail"}>
        {reason ? (
          reason
        ) : email ? (
          <>
            We wrote to <strong className="font-medium text-ink">{email}</strong>. Open the link in that mail to choose your
            password; it works for {VERIFICATION_HOURS} hours.
          </>
        ) : (
          <>Enter the address that you signed up with, and we send you a new link.</>
        )}
      </AccountHeading>
      <div className="flex flex-col gap-6">
        <MailboxHint />
        <div className="text-sm text-muted">
          <p className="font-medium text-ink">Nothing there?</p>
          <ul className="mt-1 flex list-disc flex-col gap-1 pl-5">
            <li>Give it a minute, and look in the spam folder.</li>
            <li>
              If you already have an account with this address, the mail says so. You can{" "}
              <PageLink href="/sign-in" className="text-link">
                sign in
              </PageLink>{" "}
              or{" "}
              <PageLink href="/forgot-password" className="text-link">
                have a new password set
              </PageLink>
              .
            </li>
            <li>
              Mistyped it?{" "}
              <PageLink href="/sign-up" className="text-link">
                Sign up again
              </PageLink>
              .
            </li>
          </ul>
        </div>
        <ResendForm email={email} trial={trialTokenSchema.safeParse(tried).data} />
      </div>
    </>
  );
}
